package dev.penstock.cli.command;

import dev.penstock.cli.option.ListFormat;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.output.Attributes;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.Control;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code control show} and {@code benchmark show}. */
@Command(name = "show", description = "Show one: what it checks, why, and what to do.")
final class CheckShowCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final CheckCommands.Kind kind;

    @Parameters(arity = "1", paramLabel = "<name>", description = "name, type.name or mod.type.name.")
    private String name = "";

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ListFormat format = new ListFormat();

    CheckShowCommand(Terminal terminal, CheckCommands.Kind kind) {
        this.terminal = terminal;
        this.kind = kind;
    }

    @Override
    public Integer call() throws IOException {
        CheckNode node = kind.find(mods.load(terminal), name);
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("name", node.fullName());
        attributes.put("title", node.title());
        attributes.put("description", node.description());
        if (node instanceof Control control) {
            attributes.put("severity", control.severity());
            attributes.put("query", control.query().fullName());
            attributes.put("broken", control.fault().orElse(""));
        } else if (node instanceof Benchmark benchmark) {
            attributes.put(
                    "children",
                    benchmark.children().stream().map(CheckNode::fullName).collect(Collectors.joining(", ")));
        }
        attributes.put("tags", tags(node.tags()));
        attributes.put("documentation", node.documentation());
        new Attributes(attributes).print(terminal, format.isJson());
        return 0;
    }

    static String tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + " = " + tag.getValue())
                .collect(Collectors.joining(", "));
    }
}
