package dev.penstock.controls.mod;

import dev.penstock.controls.model.Arguments;
import dev.penstock.controls.model.Parameter;
import dev.penstock.controls.model.Query;
import dev.penstock.controls.model.SqlValue;
import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Expression;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.Span;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parameters of queries and the arguments for them, as a mod writes them. */
record ArgumentReader(ModScope scope) {

    /** The parameters that a block declares, or those of its base if it declares none. */
    List<Parameter> parameters(Block block) {
        List<Block> own = block.body().blocks("param");
        if (own.isEmpty()) {
            Optional<ModScope.Place> base = scope.base(block);
            return base.isPresent()
                    ? new ArgumentReader(base.get().scope())
                            .parameters(base.get().block())
                    : List.of();
        }
        List<Parameter> parameters = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Block param : own) {
            String name = param.labels().isEmpty() ? "" : param.labels().get(0);
            if (!names.add(name)) {
                throw new HclException(List.of(param.header().problem("the param " + name + " is declared twice", "")));
            }
            parameters.add(new Parameter(name, description(param), defaultValue(param)));
        }
        return parameters;
    }

    private String description(Block param) {
        return scope.value(param, "description") instanceof HclValue.Text text ? text.value() : "";
    }

    private Optional<SqlValue> defaultValue(Block param) {
        return param.body()
                .attribute("default")
                .map(found -> value(
                        scope.evaluator().value(found.value()), found.value().span()));
    }

    private static SqlValue value(HclValue value, Span span) {
        try {
            return SqlValues.of(value);
        } catch (ValueException e) {
            throw new HclException(List.of(span.problem(e.problem(), "")));
        }
    }

    /** The arguments that a block sets, or those of its base if it sets none. */
    Arguments arguments(Block block) {
        Optional<Attribute> own = block.body().attribute("args");
        if (own.isEmpty()) {
            Optional<ModScope.Place> base = scope.base(block);
            return base.isPresent()
                    ? new ArgumentReader(base.get().scope())
                            .arguments(base.get().block())
                    : Arguments.NONE;
        }
        Span span = own.get().value().span();
        HclValue value = scope.evaluator().value(own.get().value());
        if (value instanceof HclValue.Sequence list) {
            return Arguments.positional(
                    list.elements().stream().map(each -> value(each, span)).toList());
        }
        if (value instanceof HclValue.Dictionary object) {
            Map<String, SqlValue> named = new LinkedHashMap<>();
            object.entries().forEach((name, each) -> {
                // Null is what an argument is that was not given.
                if (!each.isNull()) {
                    named.put(name, value(each, span));
                }
            });
            return Arguments.named(named);
        }
        if (value.isNull()) {
            return Arguments.NONE;
        }
        throw new HclException(List.of(span.problem("args must be an object or a list, not a " + value.kind(), "")));
    }

    /** Refuses arguments that no parameter of the query takes, at their place. */
    void check(Block block, Query query, Arguments arguments) {
        Optional<String> mismatch = query.mismatch(arguments);
        if (mismatch.isPresent()) {
            throw new HclException(List.of(place(block, query, arguments).problem(mismatch.get(), "")));
        }
    }

    private static Span place(Block block, Query query, Arguments arguments) {
        Optional<Attribute> args = block.body().attribute("args");
        if (args.isPresent() && args.get().value() instanceof Expression.ObjectOf object) {
            Set<String> known = new LinkedHashSet<>();
            query.parameters().forEach(parameter -> known.add(parameter.name()));
            for (Expression.Entry entry : object.entries()) {
                boolean stray = entry.key() instanceof Expression.Literal literal
                        && literal.value() instanceof HclValue.Text name
                        && arguments.named().containsKey(name.value())
                        && !known.contains(name.value());
                if (stray) {
                    return entry.key().span();
                }
            }
        }
        return args.map(found -> found.value().span()).orElse(block.header());
    }
}
