package dev.penstock.cli.command;

import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.output.NameTable;
import dev.penstock.cli.output.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code query list}. */
@Command(name = "list", description = "List the named queries of the mod.")
final class QueryListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    QueryListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<List<String>> rows = mods.load(terminal).queries().values().stream()
                .map(query -> List.of(query.mod(), query.name(), query.title()))
                .toList();
        new NameTable(List.of("mod", "name", "title"), rows).print(terminal, format.isJson());
        return 0;
    }
}
