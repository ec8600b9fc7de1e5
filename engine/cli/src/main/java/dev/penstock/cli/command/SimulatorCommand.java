package dev.penstock.cli.command;

import dev.penstock.cli.option.Simulator;
import dev.penstock.cli.output.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulator}: serves the demo estate, so that other programs can be pointed at it. */
@Command(
        name = "simulator",
        description = "Serve a simulated account, for aws --endpoint-url and the like, until Ctrl-C.",
        sortOptions = false)
final class SimulatorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--estate",
            defaultValue = "demo",
            paramLabel = "<estate>",
            description = "demo, empty or users:<n> (default: demo).")
    private String estate = "demo";

    @Option(
            names = "--port",
            defaultValue = "0",
            paramLabel = "<n>",
            description = "Port on the loopback (default: any).")
    private int port;

    @Option(
            names = "--latency-ms",
            defaultValue = "0",
            paramLabel = "<n>",
            description = "How long each answer takes (default: 0).")
    private int latency;

    @Option(
            names = "--rate",
            paramLabel = "<n>",
            description = "Requests per second that are let through; the others are throttled (default: all).")
    private @Nullable Double rate;

    @Option(
            names = "--burst",
            paramLabel = "<n>",
            description = "Requests that are let through at once before --rate counts (default: those of a second).")
    private @Nullable Integer burst;

    SimulatorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("--estate", estate, "--port", String.valueOf(port), "--latency-ms", String.valueOf(latency)));
        if (rate != null) {
            arguments.addAll(List.of("--rate", String.valueOf(rate)));
        }
        if (burst != null) {
            arguments.addAll(List.of("--burst", String.valueOf(burst)));
        }
        try (Simulator simulator = Simulator.start(arguments)) {
            terminal.out().println(simulator.endpoint());
            terminal.err().println("Serving until Ctrl-C; any credentials will do.");
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
