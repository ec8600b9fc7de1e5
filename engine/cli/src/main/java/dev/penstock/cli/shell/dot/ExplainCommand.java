package dev.penstock.cli.shell.dot;

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
    public void run(ShellState state, String argument) {
        List<String> lines =
                state.session().explain(state.statement(argument, name())).lines();
        lines.forEach(line -> state.say(line));
    }
}
