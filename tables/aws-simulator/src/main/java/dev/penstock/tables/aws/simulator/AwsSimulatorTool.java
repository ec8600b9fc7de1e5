package dev.penstock.tables.aws.simulator;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.spi.ToolProvider;

/**
 * Starts a simulator from a command line, for those who do not compile against this module: {@code
 * ToolProvider.findFirst("aws-simulator")}. Prints one line, the address of the endpoint, which then lives on in a daemon
 * thread until the process ends.
 */
public final class AwsSimulatorTool implements ToolProvider, AutoCloseable {
    private static final int BAD_ARGUMENTS = 2;
    private static final int NOT_STARTED = 1;

    private final List<AwsSimulator> started = new CopyOnWriteArrayList<>();

    /** Made by {@link java.util.ServiceLoader}. */
    public AwsSimulatorTool() {}

    @Override
    public String name() {
        return "aws-simulator";
    }

    /**
     * Starts a simulator and returns.
     *
     * @param out receives exactly one line: the address
     * @param err receives the reason when nothing was started
     * @param args {@code --estate demo|empty|users:N}, {@code --port N}, {@code --latency-ms N}, {@code --rate N} (per
     *     second), {@code --burst N}
     * @return 0 when it serves, 1 when the port is taken, 2 when the arguments are wrong
     */
    @Override
    public int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            ToolArguments arguments = ToolArguments.parse(args);
            AwsSimulator simulator = AwsSimulator.start(arguments.estate(), arguments.options());
            started.add(simulator);
            out.println(simulator.endpoint());
            out.flush();
            return 0;
        } catch (IllegalArgumentException e) {
            return refuse(err, e.getMessage() + "; " + ToolArguments.USAGE, BAD_ARGUMENTS);
        } catch (UncheckedIOException e) {
            return refuse(err, String.valueOf(e.getMessage()), NOT_STARTED);
        }
    }

    /** Ends what this tool started. A process that is about to exit waits for threads that still serve. */
    @Override
    public void close() {
        started.forEach(AwsSimulator::close);
        started.clear();
    }

    private static int refuse(PrintWriter err, String message, int code) {
        err.println("aws-simulator: " + message);
        err.flush();
        return code;
    }

    /** Does what {@link #run} does and stays until the process is ended. */
    public static void main(String[] args) throws InterruptedException {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try (var tool = new AwsSimulatorTool()) {
            int code = tool.run(out, err, args);
            if (code != 0) {
                System.exit(code);
            }
            new CountDownLatch(1).await();
        }
    }
}
