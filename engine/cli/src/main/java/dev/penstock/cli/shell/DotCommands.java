package dev.penstock.cli.shell;

import java.util.List;

/** Every dot command; a new one is one line here. */
final class DotCommands {
    private static final List<DotCommand> ALL = List.of(
            new TablesCommand(),
            new InspectCommand(),
            new ExplainCommand(),
            new OutputCommand(),
            new SwitchCommand(".header", "a line of column names", ShellState::header, ShellState::header),
            new SwitchCommand(".timing", "time and calls behind each result", ShellState::timing, ShellState::timing),
            new CacheCommand(),
            new HelpCommand(),
            new QuitCommand(".quit"),
            new QuitCommand(".exit"));

    private DotCommands() {}

    /** All of them, in the order of the help. */
    static List<DotCommand> all() {
        return ALL;
    }
}
