package dev.penstock.cli.shell.dot;

/** {@code .clear}. */
record ClearCommand() implements DotCommand {
    @Override
    public String name() {
        return ".clear";
    }

    @Override
    public String argument() {
        return "";
    }

    @Override
    public String description() {
        return "Wipe the screen.";
    }

    @Override
    public void run(ShellState state, String argument) {
        state.screen().clear();
    }
}
