package dev.penstock.cli.command;

import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.output.NameTable;
import dev.penstock.cli.output.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code table list}. */
@Command(name = "list", description = "List the tables.")
final class TableListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ListFormat format = new ListFormat();

    TableListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<List<String>> rows = TableCommand.plugins().stream()
                .flatMap(plugin -> plugin.tables().stream())
                .map(table -> List.of(table.name(), table.description()))
                .toList();
        new NameTable(List.of("table", "description"), rows).print(terminal, format.isJson());
        return 0;
    }
}
