package dev.penstock.cli.shell;

import dev.penstock.cli.output.ListStyle;
import dev.penstock.cli.output.NameTable;
import dev.penstock.sql.CatalogTable;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** {@code .tables [schema | pattern*]}. */
record TablesCommand() implements DotCommand {
    @Override
    public String name() {
        return ".tables";
    }

    @Override
    public String argument() {
        return "[schema or pattern*]";
    }

    @Override
    public String description() {
        return "List the tables, all or those of a schema or pattern.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return state.session().catalog().stream()
                .map(CatalogTable::schema)
                .distinct()
                .toList();
    }

    @Override
    public void run(ShellState state, String argument) throws IOException {
        Pattern pattern = Pattern.compile(("\\Q" + argument + "\\E").replace("*", "\\E.*\\Q"));
        List<CatalogTable> tables = state.session().catalog().stream()
                .filter(table -> argument.isEmpty()
                        || table.schema().equals(argument)
                        || pattern.matcher(table.name()).matches())
                .toList();
        if (tables.isEmpty()) {
            state.terminal().error("no schema or table is named \"" + argument + "\"");
            return;
        }
        for (String schema :
                tables.stream().map(CatalogTable::schema).distinct().toList()) {
            state.terminal().out().println(" ==> " + schema);
            new NameTable(
                            List.of("table", "description"),
                            tables.stream()
                                    .filter(table -> table.schema().equals(schema))
                                    .map(table -> List.of(table.name(), table.description()))
                                    .toList())
                    .print(state.terminal(), ListStyle.PRETTY);
        }
    }
}
