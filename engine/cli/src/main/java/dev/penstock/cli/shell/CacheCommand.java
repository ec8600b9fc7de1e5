package dev.penstock.cli.shell;

import java.util.List;

/** {@code .cache clear}. */
record CacheCommand() implements DotCommand {
    private static final String CLEAR = "clear";

    @Override
    public String name() {
        return ".cache";
    }

    @Override
    public String argument() {
        return CLEAR;
    }

    @Override
    public String description() {
        return "Forget the answers of calls, which otherwise count for " + Shell.KEEP_ANSWERS.toMinutes() + " minutes.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return List.of(CLEAR);
    }

    @Override
    public void run(ShellState state, String argument) {
        if (argument.equals(CLEAR)) {
            state.session().forgetAnswers();
        } else {
            state.terminal().error(".cache knows one thing to do: .cache clear");
        }
    }
}
