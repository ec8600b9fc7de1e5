package dev.penstock.cli.shell;

import dev.penstock.sql.Explanation;

/** {@code .explain select ...}. */
record ExplainCommand() implements DotCommand {
    @Override
    public String name() {
        return ".explain";
    }

    @Override
    public String argument() {
        return "query";
    }

    @Override
    public String description() {
        return "Show which calls a query would make and which permissions they need, without making any.";
    }

    @Override
    public void run(ShellState state, String argument) {
        if (argument.isEmpty()) {
            state.terminal().error(".explain needs a query behind it");
            return;
        }
        Explanation explanation = state.session().explain(argument);
        state.terminal().out().println(explanation.plan().strip());
        explanation.calls().forEach(call -> state.terminal().out().println("Calls: " + call));
        state.terminal().out().println("Permissions: " + String.join(", ", explanation.permissions()));
    }
}
