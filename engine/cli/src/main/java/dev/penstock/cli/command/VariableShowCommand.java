package dev.penstock.cli.command;

import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.output.Attributes;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.model.Variable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code variable show}. */
@Command(name = "show", description = "Show a variable; what is secret is not shown.", sortOptions = false)
final class VariableShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "<name>", description = "name, var.name or mod.var.name.")
    private String name = "";

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    VariableShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Variable variable = mods.open().variable(name);
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("name", variable.fullName());
        attributes.put("title", variable.title());
        attributes.put("description", variable.description());
        attributes.put("type", variable.type());
        attributes.put("value", variable.shown(variable.value()));
        attributes.put("default", variable.shown(variable.defaultValue()));
        attributes.put(
                "allowed",
                variable.allowed().stream()
                        .map(value -> variable.shown(Optional.of(value)))
                        .collect(Collectors.joining(", ")));
        attributes.put("format", variable.format());
        new Attributes(attributes).print(terminal, format.style());
        return 0;
    }
}
