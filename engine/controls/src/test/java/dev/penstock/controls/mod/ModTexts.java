package dev.penstock.controls.mod;

import dev.penstock.hcl.Body;
import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.Evaluation;
import dev.penstock.hcl.Evaluator;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.NamedScope;
import dev.penstock.hcl.Parser;
import dev.penstock.hcl.function.FolderFiles;
import dev.penstock.hcl.function.StandardFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every SQL text of a mod, in whatever block it stands, also in those of dashboards; variables have their defaults. What
 * can't be evaluated is listed, not passed over.
 */
final class ModTexts {
    private final Path folder;
    private final Map<String, Attribute> locals = new HashMap<>();
    private final Map<String, Attribute> variables = new HashMap<>();
    private final Map<String, HclValue> dashboards = new HashMap<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * A text.
     *
     * @param name the file and the block
     * @param defaults of its parameters, in order; null for one without
     */
    record Text(String name, String sql, List<@Nullable String> defaults) {}

    private ModTexts(Path folder) {
        this.folder = folder;
    }

    /** The texts of a folder. */
    static ModTexts of(Path folder) throws IOException {
        var all = new ModTexts(folder);
        all.read();
        return all;
    }

    List<Text> texts() {
        return texts;
    }

    /** What could not be evaluated. */
    List<String> problems() {
        return problems;
    }

    private void read() throws IOException {
        Map<String, Body> bodies = new TreeMap<>();
        for (String file : files()) {
            String text = Files.readString(folder.resolve(file));
            if (file.endsWith(".sql")) {
                texts.add(new Text(file, text, List.of()));
            } else {
                bodies.put(file, Parser.parse(file, text).value());
            }
        }
        bodies.values().forEach(body -> body.blocks().forEach(this::define));
        Evaluator evaluator = NamedScope.builder()
                .lazy("local", locals)
                .lazy("var", variables)
                .value("dashboard", HclValue.Dictionary.object(dashboards))
                .opaque(traversal -> true)
                .functions(StandardFunctions.of(FolderFiles.below(folder), Clock.systemUTC(), Map.of()))
                .build()
                .evaluator();
        bodies.forEach((file, body) -> body.blocks().forEach(block -> add(evaluator, file + ": ", block)));
    }

    /** Mod and query files, but not those in hidden folders. */
    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".pp") || name.endsWith(".sp") || name.endsWith(".sql"))
                    .filter(name -> !name.startsWith(".") && !name.contains("/."))
                    .sorted()
                    .toList();
        }
    }

    private void define(Block block) {
        switch (block.type()) {
            case "locals" -> locals.putAll(block.body().attributes());
            case "variable" ->
                block.body().attribute("default").ifPresent(value -> {
                    String name = block.labels().get(0);
                    variables.put(name, new Attribute(name, value.value(), value.nameSpan(), value.span()));
                });
            case "dashboard" ->
                dashboards.put(
                        block.labels().get(0),
                        HclValue.Dictionary.object(Map.of(
                                "url_path",
                                new HclValue.Text(
                                        "/mod.dashboard." + block.labels().get(0)))));
            default -> {}
        }
    }

    private void add(Evaluator evaluator, String place, Block block) {
        String name = place
                + block.type()
                + block.labels().stream().map(label -> "." + label).collect(Collectors.joining());
        block.body().attribute("sql").ifPresent(sql -> {
            try {
                Evaluation text = evaluator.evaluate(sql.value());
                if (!text.isBroken() && text.value() instanceof HclValue.Text known) {
                    texts.add(new Text(name, known.value(), defaults(evaluator, block)));
                } else {
                    problems.add(name + ": " + text.diagnostics());
                }
            } catch (HclException e) {
                problems.add(name + ": " + e.getMessage());
            }
        });
        block.body().blocks().forEach(inner -> add(evaluator, name + " > ", inner));
    }

    private static List<@Nullable String> defaults(Evaluator evaluator, Block block) {
        var defaults = new ArrayList<@Nullable String>();
        for (Block parameter : block.body().blocks("param")) {
            defaults.add(parameter
                    .body()
                    .attribute("default")
                    .map(value -> text(evaluator.evaluate(value.value()).value()))
                    .orElse(null));
        }
        return defaults;
    }

    /** A list as PostgreSQL reads an array. */
    private static @Nullable String text(HclValue value) {
        if (value instanceof HclValue.Sequence list) {
            return list.elements().stream()
                    .map(element -> "\"" + text(element) + "\"")
                    .collect(Collectors.joining(",", "{", "}"));
        }
        boolean plain =
                value instanceof HclValue.Text || value instanceof HclValue.Num || value instanceof HclValue.Bool;
        return plain ? Conversion.text(value) : null;
    }
}
