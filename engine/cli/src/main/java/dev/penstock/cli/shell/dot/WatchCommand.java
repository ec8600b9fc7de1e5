package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.SafeText;
import dev.penstock.cli.output.Terminal;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** {@code .watch n}: the last statement again and again, each time asked anew, with what came and what went. */
record WatchCommand() implements DotCommand {
    private static final int MOST_CHANGES = 20;

    @Override
    public String name() {
        return ".watch";
    }

    @Override
    public List<String> others() {
        return List.of("\\watch");
    }

    @Override
    public String argument() {
        return "[seconds]";
    }

    @Override
    public String description() {
        return "Repeat the last statement every so many seconds (default: 2) and show what changed; any key ends it.";
    }

    @Override
    public void run(ShellState state, String argument) throws IOException {
        String sql = state.statement("", name());
        long seconds = argument.isEmpty() ? 2 : seconds(argument);
        List<List<String>> before = null;
        do {
            state.session().forgetAnswers();
            state.say(LocalTime.now(state.session().zone()).truncatedTo(ChronoUnit.SECONDS) + " (every " + seconds
                    + " s; any key ends it)");
            Statements.run(state, sql);
            List<List<String>> now = state.lastResult().map(KeptRows::texts).orElse(List.of());
            if (before != null) {
                changes(state.terminal(), before, now);
            }
            before = now;
            state.terminal().out().flush();
        } while (state.screen().pause(seconds * 1000));
    }

    private static long seconds(String argument) {
        if (!argument.matches("[1-9][0-9]{0,5}")) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, ".watch takes a number of seconds, not \"" + argument + "\"");
        }
        return Long.parseLong(argument);
    }

    private static void changes(Terminal terminal, List<List<String>> before, List<List<String>> now) {
        List<List<String>> gone = without(before, now);
        List<List<String>> come = without(now, before);
        if (gone.isEmpty() && come.isEmpty()) {
            terminal.out().println("no change");
        }
        print(terminal, "- ", gone);
        print(terminal, "+ ", come);
    }

    private static void print(Terminal terminal, String mark, List<List<String>> rows) {
        rows.stream()
                .limit(MOST_CHANGES)
                .forEach(row -> terminal.out().println(mark + SafeText.line(String.join(" | ", row))));
        if (rows.size() > MOST_CHANGES) {
            terminal.out().println(mark + "and " + (rows.size() - MOST_CHANGES) + " more");
        }
    }

    private static List<List<String>> without(List<List<String>> rows, List<List<String>> others) {
        var left = new ArrayList<>(rows);
        others.forEach(left::remove);
        return left;
    }
}
