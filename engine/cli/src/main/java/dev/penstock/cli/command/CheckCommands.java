package dev.penstock.cli.command;

import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.model.CheckNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands {@code control} and {@code benchmark}: the same three subcommands over two kinds. */
final class CheckCommands {
    private CheckCommands() {}

    static CommandLine ofControls(Terminal terminal, List<String> words) {
        return of(terminal, words, Kind.CONTROL, "Controls: questions with a verdict for each resource.");
    }

    static CommandLine ofBenchmarks(Terminal terminal, List<String> words) {
        return of(terminal, words, Kind.BENCHMARK, "Benchmarks: trees of controls.");
    }

    private static CommandLine of(Terminal terminal, List<String> words, Kind kind, String description) {
        CommandSpec spec = CommandSpec.create().name(kind.word());
        spec.usageMessage().description(description);
        CommandLine command = new Subcommands()
                .with("run", () -> new CheckRunCommand(terminal, kind))
                .with("list", () -> new CheckListCommand(terminal, kind))
                .with("show", () -> new CheckShowCommand(terminal, kind))
                .addTo(new CommandLine(spec), words);
        command.setExecutionStrategy(new CommandLine.RunLast());
        return command;
    }

    /** What the commands are about. */
    enum Kind {
        CONTROL("control"),
        BENCHMARK("benchmark");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** The names of those of a mod. */
        Targets<CheckNode> targets(Mod mod) {
            return new Targets<>(
                    mod,
                    word,
                    name -> this == CONTROL ? mod.control(name) : mod.benchmark(name),
                    () -> every(mod),
                    CheckNode::fullName);
        }

        private Map<String, ? extends CheckNode> every(Mod mod) {
            return this == CONTROL ? mod.controls() : mod.benchmarks();
        }

        /** All of them, by name. */
        List<CheckNode> all(Mod mod) {
            return new ArrayList<>(every(mod).values());
        }

        /** What {@code all} means: every control, or the benchmarks that stand in no other. */
        List<CheckNode> roots(Mod mod) {
            List<CheckNode> roots = all(mod);
            if (this == BENCHMARK) {
                Set<String> children = mod.benchmarks().values().stream()
                        .flatMap(benchmark -> benchmark.children().stream())
                        .map(CheckNode::fullName)
                        .collect(Collectors.toSet());
                roots.removeIf(node -> children.contains(node.fullName()));
            }
            return roots;
        }
    }
}
