package dev.penstock.cli;

import dev.penstock.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A command that was run in this process, with what it wrote.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Ran(int code, String out, String err) {

    /** Runs a command whose output is read by a program. */
    static Ran penstock(String... arguments) {
        return run(false, OptionalInt.empty(), Map.of(), arguments);
    }

    /** The same in an environment. */
    static Ran in(Map<String, String> environment, String... arguments) {
        return run(false, OptionalInt.empty(), environment, arguments);
    }

    /** Runs a command on a terminal of a width, without colours. */
    static Ran onTerminal(int columns, String... arguments) {
        return run(true, OptionalInt.of(columns), Map.of(), arguments);
    }

    private static Ran run(
            boolean terminal, OptionalInt columns, Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        true,
                        terminal,
                        false,
                        columns,
                        false),
                environment,
                arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
