package dev.penstock.sql.dialect;

import dev.penstock.sql.function.AggregateDefinition;
import dev.penstock.sql.function.AggregateFunctions;
import dev.penstock.sql.function.ArrayFunctions;
import dev.penstock.sql.function.BinaryFunctions;
import dev.penstock.sql.function.FunctionDefinition;
import dev.penstock.sql.function.JsonAggregates;
import dev.penstock.sql.function.JsonFunctions;
import dev.penstock.sql.function.JsonOperators;
import dev.penstock.sql.function.JsonPathFunctions;
import dev.penstock.sql.function.MathFunctions;
import dev.penstock.sql.function.Money;
import dev.penstock.sql.function.NetworkFunctions;
import dev.penstock.sql.function.OrderedSetAggregates;
import dev.penstock.sql.function.PatternFunctions;
import dev.penstock.sql.function.PlainJsonFunctions;
import dev.penstock.sql.function.SetFunctions;
import dev.penstock.sql.function.StatisticAggregates;
import dev.penstock.sql.function.TextFunctions;
import dev.penstock.sql.function.TimeFunctions;
import dev.penstock.sql.function.TimeOperators;
import dev.penstock.sql.function.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlOperatorTables;

/** Every function and operator that a query may name. What is not here does not exist. */
final class PostgresOperatorTable {
    /** The families of functions. */
    private static final List<List<FunctionDefinition>> FUNCTIONS = List.of(
            TextFunctions.functions(),
            PatternFunctions.functions(),
            MathFunctions.functions(),
            TimeFunctions.functions(),
            ArrayFunctions.functions(),
            NetworkFunctions.functions(),
            BinaryFunctions.functions(),
            JsonFunctions.functions(),
            JsonPathFunctions.functions(),
            PlainJsonFunctions.functions());

    /** The families of binary operators. */
    private static final List<List<FunctionDefinition>> OPERATORS = List.of(
            MathFunctions.operators(),
            TimeOperators.operators(),
            TextFunctions.operators(),
            ArrayFunctions.operators(),
            NetworkFunctions.operators(),
            BinaryFunctions.operators(),
            Money.operators(),
            PatternFunctions.operators(),
            JsonOperators.operators(),
            JsonPathFunctions.operators(),
            PlainJsonFunctions.operators());

    /** The families of aggregates. {@code count} is Calcite's: the planner knows it. */
    private static final List<List<AggregateDefinition>> AGGREGATES = List.of(
            AggregateFunctions.aggregates(),
            JsonAggregates.aggregates(),
            StatisticAggregates.aggregates(),
            OrderedSetAggregates.aggregates());

    private PostgresOperatorTable() {}

    /** The table of a statement. */
    static SqlOperatorTable create() {
        var operators = new ArrayList<SqlOperator>();
        operators.addAll(standard());
        operators.add(new CommonType("coalesce", SqlKind.COALESCE, Values::firstKnown));
        operators.add(new CommonType("greatest", SqlKind.OTHER_FUNCTION, Values::greatest));
        operators.add(new CommonType("least", SqlKind.OTHER_FUNCTION, Values::least));
        operators.add(new ArrayConstructor());
        operators.add(new Subscript());
        operators.addAll(Slice.all());
        operators.addAll(QuantifiedComparison.all());
        grouped(AGGREGATES, AggregateDefinition::name)
                .forEach((name, overloads) -> operators.add(new PostgresAggregate(name, overloads)));
        grouped(FUNCTIONS, FunctionDefinition::name)
                .forEach((name, overloads) -> operators.add(new PostgresFunction(name, overloads)));
        grouped(OPERATORS, FunctionDefinition::name)
                .forEach((name, overloads) -> operators.add(new PostgresBinaryOperator(name, overloads)));
        operators.addAll(WindowFunctionOperator.all());
        operators.add(new GroupsOffset());
        operators.add(new RowFunction());
        operators.add(new RowRange());
        operators.add(new GroupingFunction());
        operators.add(SqlStdOperatorTable.ARRAY_QUERY);
        operators.add(new OrdinalityFunction());
        operators.addAll(ColumnOfFunction.all());
        SetFunctions.BY_NAME.forEach((name, overloads) -> operators.add(new SetFunctionOperator(name, overloads)));
        return SqlOperatorTables.of(operators);
    }

    /** Whether a function makes one value of many rows. */
    static boolean isAggregate(String name) {
        return name.equals("count")
                || AGGREGATES.stream()
                        .flatMap(List::stream)
                        .anyMatch(aggregate -> aggregate.name().equals(name));
    }

    /** A binary operator by its name. */
    static SqlOperator operator(String name) {
        List<FunctionDefinition> overloads = OPERATORS.stream()
                .flatMap(List::stream)
                .filter(overload -> overload.name().equals(name))
                .toList();
        return new PostgresBinaryOperator(name, overloads);
    }

    private static <T> Map<String, List<T>> grouped(List<List<T>> families, Function<T, String> name) {
        return families.stream().flatMap(List::stream).collect(Collectors.groupingBy(name));
    }

    /** What Calcite and PostgreSQL agree on. */
    private static List<SqlOperator> standard() {
        return List.of(
                SqlStdOperatorTable.EQUALS,
                SqlStdOperatorTable.NOT_EQUALS,
                SqlStdOperatorTable.LESS_THAN,
                SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
                SqlStdOperatorTable.GREATER_THAN,
                SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
                SqlStdOperatorTable.IS_DISTINCT_FROM,
                SqlStdOperatorTable.IS_NOT_DISTINCT_FROM,
                SqlStdOperatorTable.AND,
                SqlStdOperatorTable.OR,
                SqlStdOperatorTable.NOT,
                SqlStdOperatorTable.IS_NULL,
                SqlStdOperatorTable.IS_NOT_NULL,
                SqlStdOperatorTable.IS_TRUE,
                SqlStdOperatorTable.IS_NOT_TRUE,
                SqlStdOperatorTable.IS_FALSE,
                SqlStdOperatorTable.IS_NOT_FALSE,
                SqlStdOperatorTable.IN,
                SqlStdOperatorTable.NOT_IN,
                SqlStdOperatorTable.EXISTS,
                SqlStdOperatorTable.LIKE,
                SqlStdOperatorTable.NOT_LIKE,
                SqlLibraryOperators.ILIKE,
                SqlLibraryOperators.NOT_ILIKE,
                SqlStdOperatorTable.BETWEEN,
                SqlStdOperatorTable.NOT_BETWEEN,
                SqlStdOperatorTable.CASE,
                SqlStdOperatorTable.CAST,
                SqlStdOperatorTable.NULLIF,
                new Sign(SqlKind.MINUS_PREFIX),
                new Sign(SqlKind.PLUS_PREFIX),
                SqlStdOperatorTable.ROW,
                SqlStdOperatorTable.COUNT,
                SqlStdOperatorTable.SINGLE_VALUE,
                SqlStdOperatorTable.FILTER,
                SqlStdOperatorTable.WITHIN_GROUP,
                SqlStdOperatorTable.OVER,
                SqlStdOperatorTable.SCALAR_QUERY,
                SqlStdOperatorTable.UNION,
                SqlStdOperatorTable.UNION_ALL,
                SqlStdOperatorTable.INTERSECT,
                SqlStdOperatorTable.INTERSECT_ALL,
                SqlStdOperatorTable.EXCEPT,
                SqlStdOperatorTable.EXCEPT_ALL,
                SqlStdOperatorTable.AS,
                SqlStdOperatorTable.DESC,
                SqlStdOperatorTable.NULLS_FIRST,
                SqlStdOperatorTable.NULLS_LAST,
                SqlStdOperatorTable.VALUES);
    }

    /** Names for a nearest match. */
    static List<String> names() {
        return create().getOperatorList().stream()
                .filter(operator ->
                        operator instanceof SqlFunction && !operator.getName().contains(" "))
                .map(operator -> operator.getName().toLowerCase(Locale.ROOT))
                .toList();
    }
}
