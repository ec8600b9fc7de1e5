package dev.penstock.hcl;

import dev.penstock.hcl.HclFunction.Eager;
import dev.penstock.hcl.HclFunction.Parameter;
import dev.penstock.hcl.HclType.Kind;
import dev.penstock.hcl.HclType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Calls functions. */
final class Calls {
    private final Evaluator evaluator;
    private final Scope scope;

    Calls(Evaluator evaluator, Scope scope) {
        this.evaluator = evaluator;
        this.scope = scope;
    }

    HclValue call(Expression.Call call, Variables variables) {
        HclFunction function = scope.functions().get(call.function());
        if (function == null) {
            return evaluator.problem(
                    call.span(),
                    "there is no function " + call.function(),
                    Suggestion.of(call.function(), scope.functions().keySet()));
        }
        int before = evaluator.problems();
        List<Argument> arguments = arguments(call, variables);
        if (evaluator.problems() > before) {
            return HclValue.Unknown.ANY;
        }
        // An expansion of what is not known leaves open how many arguments there are.
        if (arguments.stream().anyMatch(Argument::isOpenExpansion)) {
            return HclValue.Unknown.ANY;
        }
        try {
            return function instanceof Eager eager
                    ? eager(call, eager, arguments)
                    : ((HclFunction.Lazy) function).body().apply(suppliers(arguments));
        } catch (ValueException e) {
            boolean placed = e.argument() >= 0 && e.argument() < arguments.size();
            Span span = placed ? arguments.get(e.argument()).written().span() : call.span();
            return evaluator.problem(span, call.function() + ": " + e.problem());
        }
    }

    /** An argument as it is written, and its value when asked for. */
    private record Argument(Expression written, Supplier<Evaluation> value, boolean isOpenExpansion) {}

    private List<Argument> arguments(Expression.Call call, Variables variables) {
        List<Argument> arguments = new ArrayList<>();
        int plain = call.arguments().size() - (call.expandsLast() ? 1 : 0);
        for (Expression argument : call.arguments().subList(0, plain)) {
            arguments.add(new Argument(argument, () -> evaluator.evaluate(argument, variables), false));
        }
        if (call.expandsLast()) {
            expand(call.arguments().get(plain), variables, arguments);
        }
        return arguments;
    }

    private void expand(Expression written, Variables variables, List<Argument> arguments) {
        int before = evaluator.problems();
        HclValue list = evaluator.eval(written, variables);
        if (evaluator.problems() > before) {
            return;
        }
        HclType type = list.type();
        boolean fits =
                type == Primitive.ANY || type instanceof HclType.Tuple || type.is(Kind.LIST) || type.is(Kind.SET);
        if (list.isNull() || !fits) {
            evaluator.problem(written.span(), "a list is needed before ..., not " + list.kind());
        } else if (list instanceof HclValue.Sequence sequence) {
            for (HclValue element : sequence.elements()) {
                var evaluation = new Evaluation(element, List.of());
                arguments.add(new Argument(written, () -> evaluation, false));
            }
        } else {
            arguments.add(new Argument(written, () -> new Evaluation(list, List.of()), true));
        }
    }

    private static List<Supplier<Evaluation>> suppliers(List<Argument> arguments) {
        return arguments.stream().map(Argument::value).toList();
    }

    private HclValue eager(Expression.Call call, Eager function, List<Argument> arguments) {
        int least = function.parameters().size();
        boolean tooFew = arguments.size() < least;
        if (tooFew || (arguments.size() > least && function.rest().isEmpty())) {
            return evaluator.problem(
                    call.span(),
                    call.function() + HclFunction.arity(function) + " takes "
                            + (function.rest().isPresent() ? "at least " : "") + least
                            + (least == 1 ? " argument" : " arguments") + ", not " + arguments.size());
        }
        int before = evaluator.problems();
        List<HclValue> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.add(value(call, function.parameter(i).orElseThrow(), arguments.get(i)));
        }
        if (evaluator.problems() > before) {
            return HclValue.Unknown.ANY;
        }
        return isUnknown(function, values)
                ? new HclValue.Unknown(function.result())
                : function.body().apply(values);
    }

    private HclValue value(Expression.Call call, Parameter parameter, Argument argument) {
        Evaluation evaluation = argument.value().get();
        evaluator.addAll(evaluation.diagnostics());
        try {
            HclValue value = Conversion.convert(evaluation.value(), parameter.type());
            if (!value.isNull() || parameter.nullable()) {
                return value;
            }
            return evaluator.problem(
                    argument.written().span(), call.function() + ": " + parameter.name() + " must not be null");
        } catch (ValueException e) {
            return evaluator.problem(
                    argument.written().span(), call.function() + ": " + parameter.name() + ": " + e.problem());
        }
    }

    private static boolean isUnknown(Eager function, List<HclValue> values) {
        for (int i = 0; i < values.size(); i++) {
            Parameter parameter = function.parameter(i).orElseThrow();
            HclValue value = values.get(i);
            boolean unknown = !value.isKnown() && !parameter.unknowable();
            if (unknown || (value.type() == Primitive.ANY && !parameter.open())) {
                return true;
            }
        }
        return false;
    }
}
