package dev.penstock.cli.shell;

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
        return "Show the plan of a query, the calls that it would make and the permissions that they need.";
    }

    @Override
    public void run(ShellState state, String argument) {
        if (argument.isEmpty()) {
            state.terminal().error(".explain needs a query behind it");
            return;
        }
        state.session().explain(argument).lines().forEach(state.terminal().out()::println);
    }
}
