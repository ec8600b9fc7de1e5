package dev.penstock.cli.shell;

import dev.penstock.cli.output.ListStyle;
import dev.penstock.cli.output.NameTable;
import dev.penstock.spi.error.NearestName;
import dev.penstock.sql.CatalogTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code .inspect table}. */
record InspectCommand() implements DotCommand {
    @Override
    public String name() {
        return ".inspect";
    }

    @Override
    public String argument() {
        return "[table]";
    }

    @Override
    public String description() {
        return "Show the columns of a table, or the tables.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return state.session().catalog().stream()
                .map(CatalogTable::name)
                .distinct()
                .toList();
    }

    @Override
    public void run(ShellState state, String argument) throws IOException {
        if (argument.isEmpty()) {
            new TablesCommand().run(state, "");
            return;
        }
        String wanted = argument.replace("\"", "");
        Optional<CatalogTable> found = state.session().catalog().stream()
                .filter(table -> table.name().equals(wanted) || (table.schema() + "." + table.name()).equals(wanted))
                .findFirst();
        if (found.isEmpty()) {
            state.terminal()
                    .error("no table is named \"" + wanted + "\"" + NearestName.hint(wanted, candidates(state)));
            return;
        }
        CatalogTable table = found.get();
        state.terminal().out().println(table.schema() + "." + table.name() + ": " + table.description());
        new NameTable(
                        List.of("column", "type", "key", "description"),
                        table.columns().stream()
                                .map(column -> List.of(
                                        column.name(), column.type(), column.key() ? "key" : "", column.description()))
                                .toList())
                .print(state.terminal(), ListStyle.PRETTY);
    }
}
