package dev.penstock.cli.command;

import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.output.Attributes;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.model.Part;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dashboard show} and its like. */
@Command(name = "show", description = "Show one.", sortOptions = false)
final class PartShowCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final String type;

    @Parameters(arity = "1", paramLabel = "<name>", description = "name, type.name or mod.type.name.")
    private String name = "";

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    PartShowCommand(Terminal terminal, String type) {
        this.terminal = terminal;
        this.type = type;
    }

    @Override
    public Integer call() throws IOException {
        Part part = mods.load(terminal).part(type, name);
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("name", part.fullName());
        attributes.put("title", part.title());
        attributes.put("description", part.description());
        attributes.putAll(part.attributes());
        attributes.put(
                "children",
                part.children().stream()
                        .map(child -> child.type() + "." + child.name())
                        .collect(Collectors.joining(", ")));
        attributes.put("tags", CheckShowCommand.tags(part.tags()));
        attributes.put("documentation", part.documentation());
        new Attributes(attributes).print(terminal, format.style());
        return 0;
    }
}
