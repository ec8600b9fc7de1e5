package dev.penstock.cli.shell.dot;

import java.util.List;
import java.util.Optional;

/** Every command; a new one is one line here. */
public final class DotCommands {
    private static final List<DotCommand> ALL = List.of(
            new TablesCommand(),
            new InspectCommand(),
            new ConnectionsCommand(),
            new SearchPathCommand(),
            new ExplainCommand(),
            new PermissionsCommand(),
            new OutputCommand(),
            new ExpandedCommand(),
            new SwitchCommand(
                    ".header",
                    List.of("\\t"),
                    "a line of column names",
                    state -> state.style().header(),
                    (state, on) -> state.style(state.style().withHeader(on))),
            new SeparatorCommand(),
            new SwitchCommand(
                    ".pretty",
                    List.of(),
                    "JSON over several lines",
                    state -> state.style().prettyJson(),
                    (state, on) -> state.style(state.style().withPrettyJson(on))),
            new TimingCommand(),
            new TimeZoneCommand(),
            new SwitchCommand(
                    ".multi",
                    List.of(),
                    "statements that go on until a semicolon (off: Enter runs them)",
                    ShellState::multi,
                    ShellState::multi),
            new SwitchCommand(
                    ".autocomplete", List.of(), "completion with Tab", ShellState::completes, ShellState::completes),
            new KeysCommand(),
            new CacheCommand(),
            new EditCommand(),
            new ReadCommand(),
            new OutCommand(),
            new SaveCommand(),
            new WatchCommand(),
            new ClearCommand(),
            new HelpCommand(),
            new QuitCommand(".quit", List.of("\\q")),
            new QuitCommand(".exit", List.of()));

    private DotCommands() {}

    /** All of them, in the order of the help. */
    public static List<DotCommand> all() {
        return ALL;
    }

    /** The command of a name, be it its own or psql's. */
    public static Optional<DotCommand> named(String name) {
        return ALL.stream()
                .filter(command ->
                        command.name().equals(name) || command.others().contains(name))
                .findFirst();
    }
}
