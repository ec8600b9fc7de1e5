package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.SafeText;
import java.io.IOException;
import java.util.List;

/** {@code .explain select ...}. */
record ExplainCommand() implements DotCommand {
    @Override
    public String name() {
        return ".explain";
    }

    @Override
    public String argument() {
        return "[query]";
    }

    @Override
    public String description() {
        return "Show the plan of a query, or of the last one, the calls that it would make and the permissions that they need.";
    }

    @Override
    public boolean takesSql() {
        return true;
    }

    @Override
    public void run(ShellState state, String argument) throws IOException {
        List<String> lines =
                state.session().explain(state.statement(argument, name())).lines();
        state.screen().page(terminal -> lines.forEach(line -> terminal.out().println(SafeText.line(line))));
    }
}
