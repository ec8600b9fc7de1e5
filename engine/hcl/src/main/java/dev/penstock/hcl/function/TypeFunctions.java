package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.any;

import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.Diagnostic;
import dev.penstock.hcl.Evaluation;
import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Functions that convert, and functions that look whether something has a value at all. */
final class TypeFunctions {
    private TypeFunctions() {}

    static Map<String, HclFunction> all() {
        Map<String, HclFunction> all = new TreeMap<>();
        all.put("tostring", to(Primitive.STRING));
        all.put("tonumber", to(Primitive.NUMBER));
        all.put("tobool", to(Primitive.BOOL));
        all.put("tolist", to(HclType.listOf(Primitive.ANY)));
        all.put("toset", to(HclType.setOf(Primitive.ANY)));
        all.put("tomap", to(HclType.mapOf(Primitive.ANY)));
        all.put("sensitive", to(Primitive.ANY));
        all.put("nonsensitive", to(Primitive.ANY));
        all.put(
                "list",
                HclFunction.of(HclType.listOf(Primitive.ANY), TypeFunctions::list)
                        .andMore(any("elements").orAnything()));
        all.put(
                "map",
                HclFunction.of(HclType.mapOf(Primitive.ANY), TypeFunctions::map)
                        .andMore(any("entries").orAnything()));
        all.put("try", new HclFunction.Lazy(TypeFunctions::attempt));
        all.put("can", new HclFunction.Lazy(TypeFunctions::can));
        all.put(
                "is_error",
                HclFunction.of(
                        Primitive.BOOL,
                        TypeFunctions::isError,
                        any("step").orNull().orOpen()));
        all.put(
                "error_message",
                HclFunction.of(
                        Primitive.STRING,
                        TypeFunctions::errorMessage,
                        any("step").orNull().orOpen()));
        return all;
    }

    private static HclFunction to(HclType type) {
        return HclFunction.of(
                type,
                arguments -> Conversion.convert(arguments.get(0), type),
                any("value").orAnything());
    }

    private static HclValue list(List<HclValue> arguments) {
        return Conversion.convert(HclValue.Sequence.tuple(arguments), HclType.listOf(Primitive.ANY));
    }

    private static HclValue map(List<HclValue> arguments) {
        if (arguments.size() % 2 != 0) {
            throw new ValueException("each key needs a value");
        }
        Map<String, HclValue> entries = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            entries.put(Conversion.text(arguments.get(i)), arguments.get(i + 1));
        }
        return Conversion.convert(HclValue.Dictionary.object(entries), HclType.mapOf(Primitive.ANY));
    }

    /** The first expression with which nothing is wrong; what it doesn't know in full it doesn't know at all. */
    private static HclValue attempt(List<Supplier<Evaluation>> expressions) {
        if (expressions.isEmpty()) {
            throw new ValueException("at least one expression is needed");
        }
        List<String> problems = new ArrayList<>();
        for (Supplier<Evaluation> expression : expressions) {
            Evaluation evaluation = expression.get();
            if (!evaluation.isBroken()) {
                return evaluation.value().isWhollyKnown() ? evaluation.value() : HclValue.Unknown.ANY;
            }
            evaluation.diagnostics().stream().map(Diagnostic::problem).forEach(problems::add);
        }
        throw new ValueException("no expression has a value: " + String.join("; ", problems));
    }

    private static HclValue can(List<Supplier<Evaluation>> expressions) {
        if (expressions.size() != 1) {
            throw new ValueException("one expression is needed");
        }
        Evaluation evaluation = expressions.get(0).get();
        if (evaluation.isBroken()) {
            return HclValue.Bool.FALSE;
        }
        return evaluation.value().isWhollyKnown() ? HclValue.Bool.TRUE : new HclValue.Unknown(Primitive.BOOL);
    }

    private static HclValue isError(List<HclValue> arguments) {
        return HclValue.Bool.of(firstError(arguments.get(0)).isPresent());
    }

    private static HclValue errorMessage(List<HclValue> arguments) {
        Optional<HclValue> error = firstError(arguments.get(0)).flatMap(first -> attribute(first, "error"));
        return new HclValue.Text(error.flatMap(inner -> attribute(inner, "detail"))
                .filter(HclValue.Text.class::isInstance)
                .map(Conversion::text)
                .orElse(""));
    }

    /** The result of a step has its errors in a list. */
    private static Optional<HclValue> firstError(HclValue step) {
        return attribute(step, "errors").flatMap(Arguments::elements).stream()
                .flatMap(List::stream)
                .findFirst();
    }

    private static Optional<HclValue> attribute(HclValue value, String name) {
        return value instanceof HclValue.Dictionary dictionary
                ? Optional.ofNullable(dictionary.entries().get(name))
                : Optional.empty();
    }
}
