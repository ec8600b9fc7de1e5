package dev.penstock.cli.shell.dot;

import dev.penstock.sql.CatalogTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code .connections}. */
record ConnectionsCommand() implements DotCommand {
    @Override
    public String name() {
        return ".connections";
    }

    @Override
    public List<String> others() {
        return List.of("\\dn");
    }

    @Override
    public String argument() {
        return "";
    }

    @Override
    public String description() {
        return "List the connections and aggregators, which are schemas, with their place in the search path.";
    }

    @Override
    public void run(ShellState state, String argument) throws IOException {
        var tables = new LinkedHashMap<String, Integer>();
        state.tables().stream().map(CatalogTable::schema).forEach(schema -> tables.merge(schema, 1, Integer::sum));
        List<String> path = state.session().searchPath();
        var rows = new ArrayList<List<String>>();
        tables.forEach((schema, count) -> rows.add(List.of(
                schema, path.contains(schema) ? String.valueOf(path.indexOf(schema) + 1) : "", String.valueOf(count))));
        state.list(List.of("schema", "in search path", "tables"), rows);
    }
}
