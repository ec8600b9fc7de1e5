package dev.penstock.cli.command;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command that users know from elsewhere and that has nothing to do here.
 *
 * @param name as users type it
 * @param instead what to do, in one line
 */
record RefusedCommand(String name, String instead) implements Callable<Integer> {
    private static final Map<String, String> INSTEAD = Map.of(
            "login", "there is no account to log in to: credentials are those of the AWS CLI",
            "service", "there is no service to start or stop: every command reads the APIs itself",
            "server", "there is no web server; benchmark run --export html writes a page that can be opened",
            "plugin", "there is nothing to install: the tables of AWS are built in; query and .tables list them");

    /** What can be listed, but not run. */
    private static final Map<String, String> INSTEAD_OF_RUNNING = Map.of(
            "dashboard", "dashboards don't run here; benchmark run --export html writes a page of a benchmark",
            "detection", "detections don't run here; query run shows the rows of their queries");

    /** Adds all of them, hidden from the help. */
    static void addAll(Subcommands subcommands) {
        INSTEAD.forEach((name, instead) -> subcommands.with(name, () -> new RefusedCommand(name, instead).line(name)));
    }

    /** Adds the {@code run} of a type that users know to run. */
    static void addRunning(String type, Subcommands subcommands) {
        String instead = INSTEAD_OF_RUNNING.get(type);
        if (instead != null) {
            subcommands.with("run", () -> new RefusedCommand(type + " run", instead).line("run"));
        }
    }

    private CommandLine line(String word) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(word);
        spec.usageMessage().hidden(true).description(instead);
        spec.addPositional(PositionalParamSpec.builder()
                .arity("0..*")
                .type(String[].class)
                .hidden(true)
                .build());
        spec.parser().unmatchedArgumentsAllowed(true);
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        throw new EngineException(ErrorCode.INVALID_PARAMETER, name + ": " + instead);
    }
}
