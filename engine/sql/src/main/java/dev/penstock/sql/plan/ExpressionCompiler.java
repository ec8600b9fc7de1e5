package dev.penstock.sql.plan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.dialect.Implemented;
import dev.penstock.sql.dialect.Parameter;
import dev.penstock.sql.dialect.PostgresTypes;
import dev.penstock.sql.execute.Evaluator;
import dev.penstock.sql.execute.Operator;
import dev.penstock.sql.execute.SubQuery;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.Composite;
import dev.penstock.sql.function.FunctionContext;
import dev.penstock.sql.function.LikePattern;
import dev.penstock.sql.function.Numbers;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.NlsString;
import org.jspecify.annotations.Nullable;

/** Compiles checked expressions to closures over rows, with SQL's three-valued logic. */
final class ExpressionCompiler {
    private final RexBuilder rexBuilder;
    private final Function<RelNode, Operator> queries;

    /**
     * A compiler.
     *
     * @param queries makes the operators of queries inside expressions
     */
    ExpressionCompiler(RexBuilder rexBuilder, Function<RelNode, Operator> queries) {
        this.rexBuilder = rexBuilder;
        this.queries = queries;
    }

    List<Evaluator> compile(List<? extends RexNode> expressions) {
        return expressions.stream().map(this::compile).toList();
    }

    Evaluator compile(RexNode expression) {
        if (expression instanceof RexInputRef reference) {
            int index = reference.getIndex();
            return (row, execution) -> row[index];
        }
        if (expression instanceof RexLiteral literal) {
            return new FunctionCall.Constant(constant(literal));
        }
        if (expression instanceof RexDynamicParam parameter) {
            int index = parameter.getIndex();
            return (row, execution) -> ParameterValue.at(index, execution);
        }
        if (expression instanceof RexFieldAccess access
                && access.getReferenceExpr() instanceof RexCorrelVariable variable) {
            int index = access.getField().getIndex();
            int correlation = variable.id.getId();
            return (row, execution) ->
                    Objects.requireNonNull(execution.correlations().get(correlation))[index];
        }
        if (expression instanceof RexCall call) {
            return call(call);
        }
        throw notSupported(expression);
    }

    /** The value of a literal. */
    static @Nullable Object constant(RexLiteral literal) {
        Object value = literal.getValue();
        if (value == null) {
            return null;
        }
        if (value instanceof NlsString text) {
            return text.getValue();
        }
        if (value instanceof BigDecimal number) {
            return switch (PostgresTypes.nameOf(literal.getType())) {
                case "int2", "int4", "int8" -> number.longValueExact();
                case "float4", "float8" -> number.doubleValue();
                default -> number;
            };
        }
        if (value instanceof Boolean || value instanceof Double) {
            return value;
        }
        throw notSupported(literal);
    }

    private Evaluator call(RexCall call) {
        if (call.getOperator() instanceof Parameter parameter) {
            return ParameterValue.as("text", parameter);
        }
        var implemented = Implemented.of(call.getOperator());
        if (implemented.isPresent() && call.getKind() != SqlKind.COALESCE) {
            return FunctionCall.of(
                    implemented.get().implementation(types(call)),
                    implemented.get().strict(),
                    ParameterValue.belowCast(call).map(List::of).orElseGet(() -> compile(call.getOperands())));
        }
        if (call.getOperator() instanceof RowSubQuery query) {
            return subQuery(query, compile(call.getOperands()));
        }
        if (RowComparison.applies(call)) {
            return compile(RowComparison.expand(rexBuilder, call));
        }
        return switch (call.getKind()) {
            case ROW -> row(call);
            case AND -> and(compile(call.getOperands()));
            case OR -> or(compile(call.getOperands()));
            case NOT -> not(operand(call, 0));
            case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
                Comparison.of(call.getKind()).compile(operand(call, 0), operand(call, 1));
            case IS_DISTINCT_FROM -> distinct(call, true);
            case IS_NOT_DISTINCT_FROM -> distinct(call, false);
            case IS_NULL -> test(operand(call, 0), isRecord(call) ? ExpressionCompiler::isEmptyRow : Objects::isNull);
            case IS_NOT_NULL ->
                test(operand(call, 0), isRecord(call) ? ExpressionCompiler::isFullRow : Objects::nonNull);
            case IS_TRUE -> test(operand(call, 0), Boolean.TRUE::equals);
            case IS_NOT_TRUE -> test(operand(call, 0), value -> !Boolean.TRUE.equals(value));
            case IS_FALSE -> test(operand(call, 0), Boolean.FALSE::equals);
            case IS_NOT_FALSE -> test(operand(call, 0), value -> !Boolean.FALSE.equals(value));
            case CASE -> cases(branches(call));
            case COALESCE -> coalesce(compile(call.getOperands()));
            case CAST, SAFE_CAST -> cast(call);
            case SEARCH -> compile(RexUtil.expandSearch(rexBuilder, null, call));
            case LIKE -> like(call);
            case PLUS_PREFIX -> operand(call, 0);
            // The converter leaves these where a sum must not be NULL; they are its own, not the query's.
            case MINUS_PREFIX -> FunctionCall.of(Numbers::negate, true, compile(call.getOperands()));
            case PLUS -> FunctionCall.of(Numbers::add, true, compile(call.getOperands()));
            case MINUS -> FunctionCall.of(Numbers::subtract, true, compile(call.getOperands()));
            case TIMES -> FunctionCall.of(Numbers::multiply, true, compile(call.getOperands()));
            case DIVIDE -> FunctionCall.of(Numbers::divide, true, compile(call.getOperands()));
            default -> throw notSupported(call);
        };
    }

    private Evaluator subQuery(RowSubQuery query, List<Evaluator> operands) {
        CorrelationId correlation = query.correlation();
        return new SubQuery(
                queries.apply(query.query()),
                switch (query.form()) {
                    case EXISTS -> SubQuery.Form.EXISTS;
                    case IN -> SubQuery.Form.IN;
                    case SCALAR_QUERY -> SubQuery.Form.VALUE;
                    default -> SubQuery.Form.ARRAY;
                },
                operands.subList(0, query.compared()),
                correlation == null ? -1 : correlation.getId(),
                query.width(),
                query.fields(),
                operands.subList(query.compared(), operands.size()));
    }

    private static boolean isRecord(RexCall call) {
        return types(call).get(0).startsWith("record");
    }

    /** A row is NULL if all of its fields are, and not NULL if none of them is. */
    private static boolean isEmptyRow(@Nullable Object value) {
        return !(value instanceof Composite row) || row.values().stream().allMatch(Objects::isNull);
    }

    private static boolean isFullRow(@Nullable Object value) {
        return value instanceof Composite row && row.values().stream().allMatch(Objects::nonNull);
    }

    /** {@code row(a, b)}: its fields are called f1, f2 and so on. */
    private Evaluator row(RexCall call) {
        List<String> types = types(call);
        List<String> names =
                IntStream.rangeClosed(1, types.size()).mapToObj(i -> "f" + i).toList();
        List<Evaluator> fields = compile(call.getOperands());
        return (row, execution) -> {
            Object[] values = new @Nullable Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = fields.get(i).evaluate(row, execution);
            }
            return Composite.of(names, types, values);
        };
    }

    private Evaluator operand(RexCall call, int index) {
        return compile(call.getOperands().get(index));
    }

    private static List<String> types(RexCall call) {
        return call.getOperands().stream()
                .map(operand -> PostgresTypes.nameOf(operand.getType()))
                .toList();
    }

    private static Evaluator and(List<Evaluator> conditions) {
        return (row, execution) -> {
            boolean unknown = false;
            for (Evaluator condition : conditions) {
                Object value = condition.evaluate(row, execution);
                if (Boolean.FALSE.equals(value)) {
                    return false;
                }
                unknown |= value == null;
            }
            return unknown ? null : true;
        };
    }

    private static Evaluator or(List<Evaluator> conditions) {
        return (row, execution) -> {
            boolean unknown = false;
            for (Evaluator condition : conditions) {
                Object value = condition.evaluate(row, execution);
                if (Boolean.TRUE.equals(value)) {
                    return true;
                }
                unknown |= value == null;
            }
            return unknown ? null : false;
        };
    }

    private static Evaluator not(Evaluator condition) {
        return (row, execution) -> {
            Object value = condition.evaluate(row, execution);
            return value == null ? null : !(Boolean) value;
        };
    }

    private static Evaluator test(Evaluator operand, java.util.function.Predicate<@Nullable Object> test) {
        return (row, execution) -> test.test(operand.evaluate(row, execution));
    }

    private Evaluator distinct(RexCall call, boolean wanted) {
        Evaluator left = operand(call, 0);
        Evaluator right = operand(call, 1);
        return (row, execution) -> Values.same(left.evaluate(row, execution), right.evaluate(row, execution)) != wanted;
    }

    private static Evaluator as(Evaluator operand, String from, String to) {
        if (from.equals(to)) {
            return operand;
        }
        return (row, execution) -> {
            Object value = operand.evaluate(row, execution);
            return value == null ? null : Casts.cast(value, from, to, execution.context());
        };
    }

    /** Conditions and results by turns; the results as the type of the whole. */
    private List<Evaluator> branches(RexCall call) {
        String type = PostgresTypes.nameOf(call.getType());
        List<String> types = types(call);
        var parts = new ArrayList<Evaluator>();
        int last = types.size() - 1;
        for (int i = 0; i <= last; i++) {
            boolean condition = i < last && i % 2 == 0;
            parts.add(condition ? operand(call, i) : as(operand(call, i), types.get(i), type));
        }
        return parts;
    }

    private static Evaluator cases(List<Evaluator> parts) {
        return (row, execution) -> {
            for (int i = 0; i + 1 < parts.size(); i += 2) {
                if (Boolean.TRUE.equals(parts.get(i).evaluate(row, execution))) {
                    return parts.get(i + 1).evaluate(row, execution);
                }
            }
            return parts.get(parts.size() - 1).evaluate(row, execution);
        };
    }

    private static Evaluator coalesce(List<Evaluator> parts) {
        return (row, execution) -> {
            for (Evaluator part : parts) {
                Object value = part.evaluate(row, execution);
                if (value != null) {
                    return value;
                }
            }
            return null;
        };
    }

    private Evaluator cast(RexCall call) {
        String from = types(call).get(0);
        return as(operand(call, 0), from, PostgresTypes.nameOf(call.getType()));
    }

    private Evaluator like(RexCall call) {
        boolean ignoreCase = call.getOperator().getName().contains("ILIKE");
        ScalarFunction function = new ScalarFunction() {
            // The pattern is nearly always a constant: the last one is kept. A race only compiles it twice.
            private volatile LikePattern last = LikePattern.of("", '\\', false);

            @Override
            public Object apply(@Nullable Object[] arguments, FunctionContext context) {
                String pattern = String.valueOf(arguments[1]);
                char escape = arguments.length > 2 ? (arguments[2] + "\0").charAt(0) : '\\';
                LikePattern like = last;
                if (!like.isOf(pattern, escape)) {
                    like = LikePattern.of(pattern, escape, ignoreCase);
                    last = like;
                }
                return like.matches(String.valueOf(arguments[0]));
            }
        };
        return FunctionCall.of(function, true, compile(call.getOperands()));
    }

    private static EngineException notSupported(RexNode expression) {
        String what = expression instanceof RexCall call
                ? call.getOperator().getName()
                : expression.isA(SqlKind.OVER) ? "a window function" : expression.toString();
        return new EngineException(ErrorCode.NOT_SUPPORTED, what + " is not supported yet");
    }
}
