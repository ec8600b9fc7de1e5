package dev.penstock.hcl;

import dev.penstock.hcl.HclType.Primitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Expressions to values. An evaluator may be called again from within, by a scope that evaluates what a name stands for; it
 * serves one thread at a time.
 */
public final class Evaluator {
    /** As deep as expressions and the names in them may lead, on the stack that a thread has by default. */
    private static final int DEEPEST = 400;
    /** As much as one expression may take, with all that its names stand for: minutes would be too long. */
    private static final long LONGEST = 5_000_000;

    private static final int MOST_DIAGNOSTICS = 100;

    private final Scope scope;
    private final Steps steps;
    private final Loops loops;
    private final Operations operations;
    private final Calls calls;
    private List<Diagnostic> found = new ArrayList<>();
    private int problems;
    private int depth;
    private long taken;

    /** An evaluator of expressions whose names {@code scope} knows. */
    public Evaluator(Scope scope) {
        this.scope = scope;
        this.steps = new Steps(this);
        this.loops = new Loops(this);
        this.operations = new Operations(this);
        this.calls = new Calls(this, scope);
    }

    /** The value of an expression, with all that is wrong. */
    public Evaluation evaluate(Expression expression) {
        return evaluate(expression, Variables.none());
    }

    /**
     * The value of an expression.
     *
     * @throws HclException if something is wrong, with all of it
     */
    public HclValue value(Expression expression) {
        Evaluation evaluation = evaluate(expression);
        if (evaluation.isBroken()) {
            throw new HclException(evaluation.diagnostics());
        }
        return evaluation.value();
    }

    /**
     * The value of an expression as text: numbers and booleans are written out.
     *
     * @throws HclException if it is anything else
     */
    public String text(Expression expression) {
        HclValue value = value(expression);
        try {
            return Conversion.text(value);
        } catch (ValueException e) {
            throw new HclException(List.of(expression.span().problem(e.problem(), "")));
        }
    }

    /** A value with what is wrong kept apart from what was wrong before. */
    Evaluation evaluate(Expression expression, Variables variables) {
        if (expression instanceof Expression.Literal literal) {
            return new Evaluation(literal.value(), List.of());
        }
        return apart(() -> eval(expression, variables));
    }

    /** What is wrong in this one thing, kept apart from what was wrong before. */
    Evaluation apart(Supplier<HclValue> value) {
        List<Diagnostic> before = found;
        int problemsBefore = problems;
        found = new ArrayList<>();
        if (depth == 0) {
            taken = 0;
        }
        try {
            return new Evaluation(value.get(), found);
        } finally {
            found = before;
            problems = problemsBefore;
        }
    }

    /** A value; what is wrong goes to the list of what was found. */
    HclValue eval(Expression expression, Variables variables) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        depth++;
        taken++;
        try {
            if (depth > DEEPEST || taken > LONGEST) {
                return problem(
                        expression.span(),
                        depth > DEEPEST
                                ? "this leads deeper than " + DEEPEST + " levels"
                                : "this takes more than " + LONGEST + " steps");
            }
            return dispatch(expression, variables);
        } catch (ValueException e) {
            return problem(expression.span(), e.problem());
        } catch (HclException e) {
            addAll(e.diagnostics());
            return HclValue.Unknown.ANY;
        } finally {
            depth--;
        }
    }

    private HclValue dispatch(Expression expression, Variables variables) {
        if (expression instanceof Expression.Template template) {
            return template(template, variables);
        }
        if (expression instanceof Expression.Traversal traversal) {
            return traversal(traversal, variables);
        }
        if (expression instanceof Expression.ObjectOf object) {
            return object(object, variables);
        }
        if (expression instanceof Expression.ListOf list) {
            List<HclValue> elements = new ArrayList<>(list.elements().size());
            list.elements().forEach(element -> elements.add(eval(element, variables)));
            return HclValue.Sequence.tuple(elements);
        }
        if (expression instanceof Expression.Call call) {
            return calls.call(call, variables);
        }
        if (expression instanceof Expression.Group group) {
            return eval(group.inner(), variables);
        }
        if (expression instanceof Expression.Access access) {
            return steps.take(eval(access.source(), variables), access.steps(), variables);
        }
        return rarer(expression, variables);
    }

    private HclValue rarer(Expression expression, Variables variables) {
        if (expression instanceof Expression.Conditional conditional) {
            return conditional(conditional, variables);
        }
        if (expression instanceof Expression.Operation operation) {
            return operations.chain(operation, variables);
        }
        if (expression instanceof Expression.Unary unary) {
            return operations.unary(unary, variables);
        }
        if (expression instanceof Expression.For loop) {
            return loops.evaluate(loop, variables);
        }
        if (expression instanceof Expression.Joined joined) {
            return loops.joined(joined, variables);
        }
        return problem(
                expression.span(),
                "this key could be a name or a text",
                "put it in parentheses for its value, or in quotes for its text");
    }

    private HclValue traversal(Expression.Traversal traversal, Variables variables) {
        Optional<HclValue> variable = variables.find(traversal.root());
        if (variable.isPresent()) {
            return steps.take(variable.get(), traversal.steps(), variables);
        }
        Optional<Scope.Resolution> resolution = scope.resolve(traversal);
        if (resolution.isEmpty()) {
            return problem(
                    traversal.span(),
                    "there is no " + traversal.root() + " here",
                    Suggestion.of(traversal.root(), scope.names()));
        }
        List<Expression.Step> rest = traversal
                .steps()
                .subList(resolution.get().steps(), traversal.steps().size());
        return steps.take(resolution.get().value(), rest, variables);
    }

    private HclValue template(Expression.Template template, Variables variables) {
        var text = new StringBuilder();
        boolean known = true;
        for (Expression part : template.parts()) {
            HclValue value = eval(part, variables);
            if (value instanceof HclValue.Text literal) {
                text.append(literal.value());
            } else if (value.isNull()) {
                problem(part.span(), "null can't be part of a text");
            } else if (!value.isKnown()) {
                known = false;
            } else {
                text.append(inText(part, value));
            }
        }
        return known ? new HclValue.Text(text.toString()) : new HclValue.Unknown(Primitive.STRING);
    }

    private String inText(Expression part, HclValue value) {
        try {
            return Conversion.text(value);
        } catch (ValueException e) {
            problem(part.span(), e.problem());
            return "";
        }
    }

    private HclValue object(Expression.ObjectOf object, Variables variables) {
        Map<String, HclValue> entries = new LinkedHashMap<>();
        boolean known = true;
        for (Expression.Entry entry : object.entries()) {
            int before = problems;
            HclValue key = eval(entry.key(), variables);
            boolean broken = problems > before;
            HclValue value = eval(entry.value(), variables);
            Optional<String> name = broken ? Optional.empty() : key(key, entry.key());
            name.ifPresent(text -> entries.put(text, value));
            known &= name.isPresent();
        }
        return known ? HclValue.Dictionary.object(entries) : HclValue.Unknown.ANY;
    }

    /** The text of a key, if it is one that is known. */
    Optional<String> key(HclValue key, Expression written) {
        if (key.isNull()) {
            problem(written.span(), "null can't be a key");
            return Optional.empty();
        }
        try {
            return Conversion.convert(key, Primitive.STRING) instanceof HclValue.Text text
                    ? Optional.of(text.value())
                    : Optional.empty();
        } catch (ValueException e) {
            problem(written.span(), "this can't be a key: " + e.problem());
            return Optional.empty();
        }
    }

    /** Both values are looked at for the type that they have in common; what is wrong counts only in the chosen one. */
    private HclValue conditional(Expression.Conditional conditional, Variables variables) {
        Evaluation whenTrue = evaluate(conditional.whenTrue(), variables);
        Evaluation whenFalse = evaluate(conditional.whenFalse(), variables);
        Optional<HclType> type = common(whenTrue.value(), whenFalse.value());
        if (type.isEmpty()) {
            return problem(
                    conditional.span(),
                    "the two values have no type in common: one is "
                            + whenTrue.value().kind() + ", the other "
                            + whenFalse.value().kind());
        }
        HclValue condition = eval(conditional.condition(), variables);
        if (condition.isNull()) {
            return problem(conditional.condition().span(), "the condition is null");
        }
        if (!condition.isKnown()) {
            boolean bothNull = whenTrue.value().isNull() && whenFalse.value().isNull();
            return bothNull ? new HclValue.Null(type.get()) : new HclValue.Unknown(type.get());
        }
        Optional<Boolean> chosen = truth(condition, conditional.condition());
        if (chosen.isEmpty()) {
            return new HclValue.Unknown(type.get());
        }
        Evaluation result = chosen.get() ? whenTrue : whenFalse;
        addAll(result.diagnostics());
        return Conversion.convert(result.value(), type.get());
    }

    private static Optional<HclType> common(HclValue whenTrue, HclValue whenFalse) {
        if (whenTrue instanceof HclValue.Text && whenFalse instanceof HclValue.Text) {
            return Optional.of(Primitive.STRING);
        }
        if (whenTrue.equals(HclValue.Null.NULL)) {
            return Optional.of(whenFalse.type());
        }
        if (whenFalse.equals(HclValue.Null.NULL)) {
            return Optional.of(whenTrue.type());
        }
        boolean open = whenTrue.type() == Primitive.ANY || whenFalse.type() == Primitive.ANY;
        return open ? Optional.of(Primitive.ANY) : Unification.unify(List.of(whenTrue.type(), whenFalse.type()));
    }

    /** True or false; empty if it is neither, which is reported unless it is merely unknown. */
    Optional<Boolean> truth(HclValue value, Expression written) {
        try {
            return Conversion.convert(value, Primitive.BOOL) instanceof HclValue.Bool bool
                    ? Optional.of(bool.value())
                    : Optional.empty();
        } catch (ValueException e) {
            problem(written.span(), e.problem());
            return Optional.empty();
        }
    }

    /** How many things are wrong so far. */
    int problems() {
        return problems;
    }

    void addAll(List<Diagnostic> diagnostics) {
        diagnostics.forEach(this::add);
    }

    /** The same thing comes once, however many ways lead to it. */
    private void add(Diagnostic diagnostic) {
        problems++;
        if (found.size() < MOST_DIAGNOSTICS && !found.contains(diagnostic)) {
            found.add(diagnostic);
        }
    }

    /** Reports something; the value is then unknown. */
    HclValue problem(Span span, String what) {
        return problem(span, what, "");
    }

    HclValue problem(Span span, String what, String suggestion) {
        add(span.problem(what, suggestion));
        return HclValue.Unknown.ANY;
    }
}
