package dev.penstock.hcl;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** Expressions to values. */
public final class Evaluator {
    private final Scope scope;

    /** An evaluator of expressions whose names {@code scope} knows. */
    public Evaluator(Scope scope) {
        this.scope = scope;
    }

    /**
     * The value of an expression.
     *
     * @throws HclException if it has none, with the place
     */
    public HclValue evaluate(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Template template) {
            return template(template);
        }
        if (expression instanceof Expression.Traversal traversal) {
            return scope.resolve(traversal);
        }
        if (expression instanceof Expression.Call call) {
            Scope.Function function = scope.functions().get(call.function());
            if (function == null) {
                throw new HclException("there is no function " + call.function(), call.position());
            }
            return function.apply(call.arguments().stream().map(this::evaluate).toList(), call.position());
        }
        if (expression instanceof Expression.ListOf list) {
            return new HclValue.Sequence(
                    list.elements().stream().map(this::evaluate).toList());
        }
        var object = (Expression.ObjectOf) expression;
        var entries = new LinkedHashMap<String, HclValue>();
        for (Expression.Entry entry : object.entries()) {
            entries.put(text(entry.key()), evaluate(entry.value()));
        }
        return new HclValue.Dictionary(entries);
    }

    /**
     * The value of an expression as text: numbers and booleans are written out.
     *
     * @throws HclException if it is anything else
     */
    public String text(Expression expression) {
        HclValue value = evaluate(expression);
        if (value instanceof HclValue.Text text) {
            return text.value();
        }
        if (value instanceof HclValue.Num number) {
            return number.value().toPlainString();
        }
        if (value instanceof HclValue.Bool bool) {
            return String.valueOf(bool.value());
        }
        throw new HclException("a string is needed here, not a " + value.kind(), expression.position());
    }

    /** A template of one interpolation keeps the value's kind. */
    private HclValue template(Expression.Template template) {
        if (template.parts().size() == 1) {
            return evaluate(template.parts().get(0));
        }
        return new HclValue.Text(template.parts().stream().map(this::text).collect(Collectors.joining()));
    }
}
