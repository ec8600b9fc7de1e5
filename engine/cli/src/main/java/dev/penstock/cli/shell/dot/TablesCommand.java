package dev.penstock.cli.shell.dot;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
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
    public List<String> others() {
        return List.of("\\dt");
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
        List<CatalogTable> tables = state.tables().stream()
                .filter(table -> argument.isEmpty()
                        || table.schema().equals(argument)
                        || pattern.matcher(table.name()).matches())
                .toList();
        if (tables.isEmpty()) {
            throw new EngineException(
                    ErrorCode.UNKNOWN_NAME,
                    "no schema or table is named \"" + argument + "\"" + NearestName.hint(argument, candidates(state)));
        }
        state.list(
                List.of("schema", "table", "description"),
                tables.stream()
                        .map(table -> List.of(table.schema(), table.name(), table.description()))
                        .toList());
    }
}
