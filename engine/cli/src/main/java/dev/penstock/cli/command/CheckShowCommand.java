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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code control show} and {@code benchmark show}. */
@Command(name = "show", description = "Show some: what they check, why, and what to do.")
final class CheckShowCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final CheckCommands.Kind kind;

    @Parameters(
            arity = "1..*",
            paramLabel = "<name>",
            description = "name, type.name or mod.type.name, also with * and ?; or all, by itself.")
    private List<String> names = List.of();

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
        List<Attributes> shown = kind.targets(mods.load(terminal)).named(names).stream()
                .map(CheckShowCommand::attributes)
                .toList();
        Attributes.print(shown, terminal, format.style());
        return 0;
    }

    private static Attributes attributes(CheckNode node) {
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
        return new Attributes(attributes);
    }

    static String tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + " = " + tag.getValue())
                .collect(Collectors.joining(", "));
    }
}
