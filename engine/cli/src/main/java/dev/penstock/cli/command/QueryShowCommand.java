package dev.penstock.cli.command;

import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.output.Attributes;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.model.Parameter;
import dev.penstock.controls.model.Query;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code query show}. */
@Command(name = "show", description = "Show a named query with its SQL.")
final class QueryShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "<name>",
            description = "name, query.name or mod.query.name, also with * and ?; or all, by itself.")
    private List<String> names = List.of();

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    QueryShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Mod mod = mods.load(terminal);
        List<Attributes> shown = new Targets<>(mod, "query", mod::query, mod::queries, Query::fullName)
                .named(names).stream().map(QueryShowCommand::attributes).toList();
        Attributes.print(shown, terminal, format.style());
        return 0;
    }

    private static Attributes attributes(Query query) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("name", query.fullName());
        attributes.put("title", query.title());
        attributes.put("description", query.description());
        attributes.put(
                "parameters",
                query.parameters().stream().map(QueryShowCommand::shown).collect(Collectors.joining(", ")));
        attributes.put("sql", query.sql());
        return new Attributes(attributes);
    }

    private static String shown(Parameter parameter) {
        return parameter.name()
                + parameter.defaultValue().map(value -> " = " + value.shown()).orElse("");
    }
}
