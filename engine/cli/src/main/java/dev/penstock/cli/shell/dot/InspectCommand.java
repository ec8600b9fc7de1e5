package dev.penstock.cli.shell.dot;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import dev.penstock.sql.CatalogTable;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code .inspect table}. */
record InspectCommand() implements DotCommand {
    @Override
    public String name() {
        return ".inspect";
    }

    @Override
    public List<String> others() {
        return List.of("\\d");
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
        return Stream.concat(
                        state.tables().stream().map(CatalogTable::name),
                        state.tables().stream().map(CatalogTable::schema))
                .distinct()
                .toList();
    }

    @Override
    public void run(ShellState state, String argument) throws IOException {
        String wanted = argument.replace("\"", "");
        if (argument.isEmpty()
                || state.tables().stream().anyMatch(table -> table.schema().equals(wanted))) {
            new TablesCommand().run(state, wanted);
            return;
        }
        List<String> path = state.session().searchPath();
        CatalogTable table = state.tables().stream()
                .filter(one -> (one.schema() + "." + one.name()).equals(wanted)
                        || (one.name().equals(wanted) && path.contains(one.schema())))
                .min(Comparator.comparingInt(one -> path.indexOf(one.schema())))
                .orElseThrow(() -> new EngineException(
                        ErrorCode.UNKNOWN_NAME,
                        "no table is named \"" + wanted + "\"" + NearestName.hint(wanted, candidates(state))));
        state.say(table.schema() + "." + table.name() + ": " + table.description());
        state.list(
                List.of("column", "type", "key", "description"),
                table.columns().stream()
                        .map(column ->
                                List.of(column.name(), column.type(), column.key() ? "key" : "", column.description()))
                        .toList());
    }
}
