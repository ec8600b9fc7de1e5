package dev.penstock.cli.shell.dot;

import dev.penstock.sql.CatalogTable;
import java.util.List;
import java.util.stream.Stream;

/** {@code .search_path [a,b]}. */
record SearchPathCommand() implements DotCommand {
    @Override
    public String name() {
        return ".search_path";
    }

    @Override
    public String argument() {
        return "[schema, ...]";
    }

    @Override
    public String description() {
        return "Choose the schemas in which a table is looked for that is named without one; without an argument say which.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return state.tables().stream().map(CatalogTable::schema).distinct().toList();
    }

    @Override
    public void run(ShellState state, String argument) {
        if (argument.isEmpty()) {
            state.say(String.join(", ", state.session().searchPath()));
        } else {
            state.session()
                    .searchPath(Stream.of(argument.split(",", -1))
                            .map(name -> name.strip().replace("\"", ""))
                            .filter(name -> !name.isEmpty())
                            .toList());
        }
    }
}
