package dev.penstock.cli.shell.dot;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import dev.penstock.spi.error.TextPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs what is typed or read: each mistake is one message, and what stands behind it still runs. */
public final class Inputs {
    private Inputs() {}

    /** Runs statements and commands in their order, until one ends the shell or is canceled; how many went wrong. */
    public static int run(ShellState state, String text) throws IOException {
        int failed = 0;
        for (Script.Item item : Script.of(text).items()) {
            Outcome outcome = item(state, item);
            failed += outcome == Outcome.DONE ? 0 : 1;
            if (outcome == Outcome.CANCELED || state.ended()) {
                break;
            }
        }
        state.terminal().out().flush();
        return failed;
    }

    private static Outcome item(ShellState state, Script.Item item) throws IOException {
        try {
            if (item.command()) {
                command(state, item.text());
            } else {
                statement(state, item.text());
            }
            return Outcome.DONE;
        } catch (EngineException e) {
            state.terminal()
                    .error(e.getMessage()
                            + e.position()
                                    .map(position -> " (" + position + ")")
                                    .orElse(""));
            return e.code() == ErrorCode.CANCELED ? Outcome.CANCELED : Outcome.FAILED;
        } catch (InvalidPathException e) {
            state.terminal().error("\"" + e.getInput() + "\" is no name of a file: " + e.getReason());
            return Outcome.FAILED;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            // A fault of Penstock itself ends the statement, not the shell.
            state.terminal().error("internal error: " + e);
            return Outcome.FAILED;
        }
    }

    /** Runs a statement; an error at a place in it is shown there. */
    private static void statement(ShellState state, String sql) throws IOException {
        try {
            Statements.run(state, sql);
        } catch (EngineException e) {
            TextPosition position = e.position().orElseThrow(() -> e);
            state.terminal().error(e.getMessage(), sql, position);
        }
    }

    private static void command(ShellState state, String text) throws IOException {
        String[] words = text.split("\\s+", 2);
        String name = words[0].endsWith(";") ? words[0].substring(0, words[0].length() - 1) : words[0];
        String argument = words.length > 1 ? words[1].strip() : "";
        if (argument.endsWith(";")) {
            argument = argument.substring(0, argument.length() - 1).strip();
        }
        Optional<DotCommand> command = DotCommands.named(name);
        if (command.isEmpty()) {
            String hint = NearestName.hint(name, names(name));
            throw new EngineException(
                    ErrorCode.UNKNOWN_NAME,
                    "there is no command " + name + hint + (hint.isEmpty() ? "; " : " ")
                            + (name.startsWith("\\") ? "\\?" : ".help") + " lists them");
        }
        command.get().runAs(name, state, argument);
    }

    private static List<String> names(String like) {
        return DotCommands.all().stream()
                .flatMap(command -> Stream.concat(Stream.of(command.name()), command.others().stream()))
                .filter(name -> name.charAt(0) == like.charAt(0))
                .toList();
    }

    private enum Outcome {
        DONE,
        FAILED,
        CANCELED
    }
}
