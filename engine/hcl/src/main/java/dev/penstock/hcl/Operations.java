package dev.penstock.hcl;

import dev.penstock.hcl.Expression.Operand;
import dev.penstock.hcl.HclType.Primitive;
import java.util.Optional;

/** The values of operators. */
final class Operations {
    private final Evaluator evaluator;

    Operations(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    HclValue unary(Expression.Unary unary, Variables variables) {
        boolean negates = unary.operator() == Operator.NEGATE;
        HclType type = negates ? Primitive.NUMBER : Primitive.BOOL;
        int before = evaluator.problems();
        HclValue value = convert(evaluator.eval(unary.value(), variables), type, unary.value());
        if (evaluator.problems() > before) {
            return new HclValue.Unknown(type);
        }
        if (value.isNull()) {
            return evaluator.problem(
                    unary.span(), "null has no \"" + unary.operator().sign() + "\"");
        }
        if (value instanceof HclValue.Num number) {
            return Numbers.negate(number);
        }
        return value instanceof HclValue.Bool bool ? HclValue.Bool.of(!bool.value()) : new HclValue.Unknown(type);
    }

    HclValue chain(Expression.Operation operation, Variables variables) {
        Expression written = operation.first();
        Evaluation left = evaluator.evaluate(written, variables);
        for (Operand operand : operation.others()) {
            Evaluation right = evaluator.evaluate(operand.value(), variables);
            Evaluation known = left;
            Expression begun = written;
            left = evaluator.apart(() -> apply(operand, begun, known, right));
            written = operation;
        }
        evaluator.addAll(left.diagnostics());
        return left.value();
    }

    private HclValue apply(Operand operand, Expression begun, Evaluation left, Evaluation right) {
        Operator operator = operand.operator();
        HclType type = operandType(operator);
        int before = evaluator.problems();
        HclValue a = convert(left.value(), type, begun);
        HclValue b = convert(right.value(), type, operand.value());
        if (evaluator.problems() == before && type == Primitive.BOOL) {
            Optional<HclValue> decided = decided(operator, a, b, left, right);
            if (decided.isPresent()) {
                return decided.get();
            }
        }
        evaluator.addAll(left.diagnostics());
        evaluator.addAll(right.diagnostics());
        if (evaluator.problems() > before) {
            return new HclValue.Unknown(resultType(operator));
        }
        if (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) {
            return Equality.of(a, b)
                    .<HclValue>map(equal -> HclValue.Bool.of(equal == (operator == Operator.EQUAL)))
                    .orElse(new HclValue.Unknown(Primitive.BOOL));
        }
        if (a.isNull() || b.isNull()) {
            return evaluator.problem(
                    (a.isNull() ? begun : operand.value()).span(), "null has no \"" + operator.sign() + "\"");
        }
        if (a instanceof HclValue.Num x && b instanceof HclValue.Num y) {
            return numbers(operator, x, y);
        }
        return new HclValue.Unknown(resultType(operator));
    }

    /**
     * The value of {@code &&} or {@code ||} where one side decides it, whatever is wrong with the other, and where it is
     * unknown. Empty if something is wrong.
     */
    private Optional<HclValue> decided(Operator operator, HclValue a, HclValue b, Evaluation left, Evaluation right) {
        HclValue deciding = HclValue.Bool.of(operator == Operator.OR);
        if (a.equals(deciding)) {
            evaluator.addAll(left.diagnostics());
            return Optional.of(deciding);
        }
        if (b.equals(deciding)) {
            evaluator.addAll(right.diagnostics());
            return Optional.of(deciding);
        }
        if (operator == Operator.AND && (a.isNull() || b.isNull())) {
            // The reference takes null for false here, and only here.
            evaluator.addAll((a.isNull() ? left : right).diagnostics());
            return Optional.of(HclValue.Bool.FALSE);
        }
        if (a.isNull() || b.isNull() || left.isBroken() || right.isBroken()) {
            return Optional.empty();
        }
        boolean known = a.isKnown() && b.isKnown();
        return Optional.of(known ? HclValue.Bool.of(operator == Operator.AND) : new HclValue.Unknown(Primitive.BOOL));
    }

    private static HclType operandType(Operator operator) {
        return switch (operator) {
            case OR, AND, NOT -> Primitive.BOOL;
            case EQUAL, NOT_EQUAL -> Primitive.ANY;
            default -> Primitive.NUMBER;
        };
    }

    private static HclType resultType(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, NEGATE -> Primitive.NUMBER;
            default -> Primitive.BOOL;
        };
    }

    private static HclValue numbers(Operator operator, HclValue.Num a, HclValue.Num b) {
        int order = a.value().compareTo(b.value());
        return switch (operator) {
            case ADD -> Numbers.add(a, b);
            case SUBTRACT -> Numbers.subtract(a, b);
            case MULTIPLY -> Numbers.multiply(a, b);
            case DIVIDE -> Numbers.divide(a, b);
            case REMAINDER -> Numbers.remainder(a, b);
            case LESS -> HclValue.Bool.of(order < 0);
            case LESS_OR_EQUAL -> HclValue.Bool.of(order <= 0);
            case GREATER -> HclValue.Bool.of(order > 0);
            case GREATER_OR_EQUAL -> HclValue.Bool.of(order >= 0);
            case OR, AND, EQUAL, NOT_EQUAL, NEGATE, NOT ->
                throw new IllegalArgumentException(operator + " is not one of two numbers");
        };
    }

    private HclValue convert(HclValue value, HclType type, Expression written) {
        try {
            return Conversion.convert(value, type);
        } catch (ValueException e) {
            evaluator.problem(written.span(), e.problem());
            return new HclValue.Unknown(type);
        }
    }
}
