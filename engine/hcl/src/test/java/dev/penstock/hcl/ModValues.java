package dev.penstock.hcl;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.function.FolderFiles;
import dev.penstock.hcl.function.StandardFunctions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All attributes of a mod with their values, as the program of the reference writes them. */
final class ModValues {
    private final NamedScope scope;

    private ModValues(NamedScope scope) {
        this.scope = scope;
    }

    /**
     * A line for each attribute: where it stands, a tabulator, its value.
     *
     * @param given values of variables
     */
    static List<String> of(Path folder, Body given) throws IOException {
        Body mod = Parser.parseFolder(folder, Set.of(".pp", ".sp")).orThrow();
        Map<String, Attribute> locals = new LinkedHashMap<>();
        mod.blocks("locals").forEach(block -> locals.putAll(block.body().attributes()));
        NamedScope scope = NamedScope.builder()
                .value("var", HclValue.Dictionary.object(variables(mod, given)))
                .lazy("local", locals)
                .opaque(traversal -> true)
                .functions(StandardFunctions.of(FolderFiles.below(folder), Clock.systemUTC(), Map.of()))
                .build();
        List<String> lines = new ArrayList<>();
        for (Block block : mod.blocks()) {
            String place = block.position().file() + ":" + block.position().line();
            new ModValues(scope).add(place, block, lines);
        }
        return lines;
    }

    private static Map<String, HclValue> variables(Body mod, Body given) {
        var evaluator = NamedScope.builder().build().evaluator();
        Map<String, HclValue> variables = new LinkedHashMap<>();
        for (Block block : mod.blocks("variable")) {
            String name = block.labels().get(0);
            HclValue value = block.body()
                    .attribute("default")
                    .map(attribute -> evaluator.evaluate(attribute.value()))
                    .filter(evaluation -> !evaluation.isBroken())
                    .map(Evaluation::value)
                    .orElse(HclValue.Unknown.ANY);
            variables.put(
                    name,
                    given.attribute(name)
                            .map(attribute -> evaluator.value(attribute.value()))
                            .map(other -> typed(other, value))
                            .orElse(value));
        }
        return variables;
    }

    private static HclValue typed(HclValue value, HclValue like) {
        try {
            return Conversion.convert(value, like.type());
        } catch (ValueException e) {
            return value;
        }
    }

    private void add(String place, Block block, List<String> lines) {
        List<String> words = new ArrayList<>(List.of(block.type()));
        words.addAll(block.labels());
        String path = place + " " + String.join(".", words);
        Map<String, Attribute> attributes = new TreeMap<>(block.body().attributes());
        // The type of a variable is no value.
        attributes.keySet().removeIf(name -> block.type().equals("variable") && name.equals("type"));
        attributes.forEach((name, attribute) -> lines.add(path + "." + name + "\t" + value(attribute.value())));
        int index = 0;
        for (Block inner : block.body().blocks()) {
            add(path + "/" + index, inner, lines);
            index++;
        }
    }

    private String value(Expression expression) {
        if (expression instanceof Expression.ListOf list) {
            return "["
                    + String.join(",", list.elements().stream().map(this::value).toList()) + "]";
        }
        Evaluation evaluation = scope.evaluator().evaluate(expression);
        boolean name = expression instanceof Expression.Traversal;
        return name && evaluation.value() instanceof HclValue.Reference reference
                ? "{\"$reference\":" + Rendered.quoted(reference.text()) + "}"
                : Rendered.of(evaluation);
    }
}
