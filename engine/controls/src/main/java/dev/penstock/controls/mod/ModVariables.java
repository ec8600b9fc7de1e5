package dev.penstock.controls.mod;

import dev.penstock.controls.model.Variable;
import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Evaluator;
import dev.penstock.hcl.Expression.Traversal;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.Suggestion;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The variables of a mod: what is declared, and the values that they were given. */
final class ModVariables {
    private final Supplier<String> mod;
    private final ModSource source;
    private final Evaluator evaluator;
    private final Given given;
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    /**
     * What comes from outside of the mod.
     *
     * @param environment what {@code env} tells
     * @param assigned the value that a variable was given
     * @param prompt asks for what is missing
     */
    record Given(
            Map<String, String> environment, Function<String, Optional<Assignment>> assigned, VariablePrompt prompt) {}

    /** A value, or why there is none. */
    private record Outcome(Optional<HclValue> value, Optional<HclException> problem) {}

    ModVariables(Supplier<String> mod, ModSource source, Evaluator evaluator, Given given) {
        this.mod = mod;
        this.source = source;
        this.evaluator = evaluator;
        this.given = given;
    }

    /** The names of all that are declared. */
    Set<String> names() {
        return source.variables().keySet();
    }

    /**
     * The value of a variable.
     *
     * @throws HclException if there is no such variable, or it has no value
     */
    HclValue value(String name, Traversal written) {
        Block block = source.variables().get(name);
        if (block == null) {
            throw new HclException(
                    List.of(written.span().problem("there is no var." + name, Suggestion.of(name, names()))));
        }
        return value(name, block);
    }

    private HclValue value(String name, Block block) {
        Outcome outcome = outcomes.get(name);
        if (outcome == null) {
            outcome = outcome(name, block);
            outcomes.put(name, outcome);
        }
        outcome.problem().ifPresent(problem -> {
            throw problem;
        });
        return outcome.value().orElse(HclValue.Null.NULL);
    }

    private Outcome outcome(String name, Block block) {
        if (!underWay.add(name)) {
            throw new HclException(List.of(block.header().problem("var." + name + " depends on itself", "")));
        }
        try {
            return new Outcome(Optional.of(evaluated(name, block)), Optional.empty());
        } catch (HclException e) {
            return new Outcome(Optional.empty(), Optional.of(e));
        } finally {
            underWay.remove(name);
        }
    }

    private HclValue evaluated(String name, Block block) {
        VariableType type = type(block);
        Optional<Assignment> assigned = given.assigned().apply(name);
        if (assigned.isPresent()) {
            return assigned(assigned.get(), type, block);
        }
        Optional<HclValue> byDefault = defaultValue(block, type);
        if (byDefault.isPresent()) {
            requireAllowed(byDefault.get(), type, block, what -> at(block, "default", what));
            return byDefault.get();
        }
        String description = evaluatedText(block, "description");
        Optional<String> typed = given.prompt().ask(name, description, isSensitive(block));
        if (typed.isPresent()) {
            return assigned(new Assignment.Typed(name, typed.get(), "var." + name, true), type, block);
        }
        throw new HclException(List.of(block.header()
                .problem(
                        "the variable " + name + " has no value",
                        "set it with --var " + name + "=<value>, with PP_VAR_" + name + ", or in powerpipe.ppvars")));
    }

    private HclValue assigned(Assignment assignment, VariableType type, Block block) {
        HclValue value;
        try {
            value = assignment.value(type);
        } catch (ValueException e) {
            String why = isSensitive(block) ? "the value is no " + type.text() : e.problem();
            throw assignment.problem("the variable " + assignment.name() + " can't have this value: " + why);
        }
        requireAllowed(value, type, block, assignment::problem);
        return value;
    }

    private VariableType type(Block block) {
        Optional<Attribute> written = block.body().attribute("type");
        if (written.isPresent()) {
            return VariableType.of(written.get().value());
        }
        return block.body()
                .attribute("default")
                .map(found -> VariableType.of(evaluator.value(found.value())))
                .orElseGet(() -> new VariableType("any", Primitive.ANY, false));
    }

    private Optional<HclValue> defaultValue(Block block, VariableType type) {
        return block.body().attribute("default").map(found -> {
            HclValue value = evaluator.value(found.value());
            try {
                return type.convert(value);
            } catch (ValueException e) {
                String why = isSensitive(block) ? "a " + type.text() + " is needed" : e.problem();
                throw at(block, "default", "the default of the variable doesn't fit its type: " + why);
            }
        });
    }

    private void requireAllowed(
            HclValue value, VariableType type, Block block, Function<String, RuntimeException> problem) {
        List<HclValue> allowed = allowed(block, type);
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            String shown = isSensitive(block) ? "" : SqlValues.of(value).shown() + " ";
            throw problem.apply("the value " + shown + "of the variable "
                    + block.labels().get(0) + " must be one of "
                    + String.join(
                            ", ",
                            allowed.stream()
                                    .map(one -> SqlValues.of(one).shown())
                                    .toList()));
        }
    }

    private List<HclValue> allowed(Block block, VariableType type) {
        HclValue value = evaluatedOr(block, "enum");
        if (value.isNull()) {
            return List.of();
        }
        if (!(value instanceof HclValue.Sequence list)) {
            throw at(block, "enum", "enum must be a list of the allowed values");
        }
        List<HclValue> allowed = new ArrayList<>();
        for (HclValue one : list.elements()) {
            try {
                allowed.add(type.convert(one));
            } catch (ValueException e) {
                throw at(block, "enum", "a value of enum doesn't fit the type: " + e.problem());
            }
        }
        return allowed;
    }

    private boolean isSensitive(Block block) {
        return evaluatedOr(block, "sensitive").equals(HclValue.Bool.TRUE);
    }

    private HclValue evaluatedOr(Block block, String attribute) {
        return block.body()
                .attribute(attribute)
                .map(found -> evaluator.value(found.value()))
                .orElse(HclValue.Null.NULL);
    }

    private String evaluatedText(Block block, String attribute) {
        return evaluatedOr(block, attribute) instanceof HclValue.Text text ? text.value() : "";
    }

    private static HclException at(Block block, String attribute, String what) {
        return new HclException(List.of(block.body()
                .attribute(attribute)
                .map(found -> found.value().span())
                .orElse(block.header())
                .problem(what, "")));
    }

    /** All of them, for people; what has no value is reported. */
    Map<String, Variable> shown(ModProblems problems) {
        Map<String, Variable> shown = new LinkedHashMap<>();
        source.variables().forEach((name, block) -> shown.put(name, shown(name, block, problems)));
        return shown;
    }

    private Variable shown(String name, Block block, ModProblems problems) {
        var type = problems.orElse(new VariableType("any", Primitive.ANY, false), () -> type(block));
        List<HclValue> allowed = problems.orElse(List.of(), () -> allowed(block, type));
        return new Variable(
                mod.get(),
                name,
                problems.orElse("", () -> evaluatedText(block, "title")),
                problems.orElse("", () -> evaluatedText(block, "description")),
                problems.orElse(Map.of(), () -> Tags.of(evaluatedOr(block, "tags"), block)),
                type.text(),
                problems.orElse(Optional.empty(), () -> Optional.of(SqlValues.of(value(name, block)))),
                problems.orElse(
                        Optional.empty(), () -> defaultValue(block, type).map(SqlValues::of)),
                allowed.stream().map(SqlValues::of).toList(),
                problems.orElse("", () -> evaluatedText(block, "format")),
                problems.orElse(true, () -> isSensitive(block)));
    }
}
