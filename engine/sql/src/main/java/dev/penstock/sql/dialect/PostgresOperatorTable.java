package dev.penstock.sql.dialect;

import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.Numbers;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.Texts;
import dev.penstock.sql.function.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlOperatorTables;

/** Every function and operator that a query may name. What is not here does not exist. */
final class PostgresOperatorTable {
    private static final List<String> NUMERIC_UNARY =
            List.of("int2->int2", "int4->int4", "int8->int8", "numeric->numeric", "float8->float8");
    private static final List<String> WHOLE = List.of("numeric->numeric", "float8->float8");

    private PostgresOperatorTable() {}

    /** The table of a statement. */
    static SqlOperatorTable create() {
        var operators = new ArrayList<SqlOperator>();
        operators.addAll(Arithmetic.all());
        operators.addAll(TextOperator.all());
        operators.addAll(JsonMember.all());
        operators.addAll(standard());
        operators.addAll(PostgresAggregate.all());
        operators.addAll(texts());
        operators.addAll(numbers());
        operators.addAll(times());
        return SqlOperatorTables.of(operators);
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
                SqlStdOperatorTable.COALESCE,
                SqlStdOperatorTable.NULLIF,
                new Sign(),
                SqlStdOperatorTable.UNARY_PLUS,
                SqlStdOperatorTable.ROW,
                SqlStdOperatorTable.COUNT,
                SqlStdOperatorTable.MIN,
                SqlStdOperatorTable.MAX,
                SqlStdOperatorTable.SINGLE_VALUE,
                SqlStdOperatorTable.FILTER,
                SqlStdOperatorTable.WITHIN_GROUP,
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

    private static List<SqlOperator> texts() {
        return List.of(
                function("length", List.of("text->int4"), Texts::length),
                function("char_length", List.of("text->int4"), Texts::length),
                function("lower", List.of("text->text"), Texts::lower),
                function("upper", List.of("text->text"), Texts::upper),
                function("initcap", List.of("text->text"), Texts::initcap),
                function("replace", List.of("text,text,text->text"), Texts::replace),
                function("split_part", List.of("text,text,int4->text"), Texts::splitPart),
                function("left", List.of("text,int4->text"), Texts::left),
                function("right", List.of("text,int4->text"), Texts::right),
                function("substr", List.of("text,int4->text", "text,int4,int4->text"), Texts::substring),
                function("substring", List.of("text,int4->text", "text,int4,int4->text"), Texts::substring),
                function("strpos", List.of("text,text->int4"), Texts::strpos),
                function("reverse", List.of("text->text"), Texts::reverse),
                function("repeat", List.of("text,int4->text"), Texts::repeat),
                function("starts_with", List.of("text,text->bool"), Texts::startsWith),
                function("btrim", List.of("text->text", "text,text->text"), Texts::trim),
                function("ltrim", List.of("text->text", "text,text->text"), Texts::ltrim),
                function("rtrim", List.of("text->text", "text,text->text"), Texts::rtrim),
                function("string_to_array", List.of("text,text->text[]"), Texts::stringToArray),
                function("array_to_string", List.of("any[],text->text", "any[],text,text->text"), Texts::arrayToString),
                new JoinedTexts("concat"),
                new JoinedTexts("concat_ws"),
                new Extreme("greatest", 1),
                new Extreme("least", -1));
    }

    private static List<SqlOperator> numbers() {
        return List.of(
                function("abs", NUMERIC_UNARY, Numbers::abs),
                function(
                        "round",
                        List.of("numeric->numeric", "float8->float8", "numeric,int4->numeric"),
                        Numbers::round),
                function("floor", WHOLE, Numbers::floor),
                function("ceil", WHOLE, Numbers::ceil),
                function("ceiling", WHOLE, Numbers::ceil),
                function(
                        "mod",
                        List.of("int4,int4->int4", "int8,int8->int8", "numeric,numeric->numeric"),
                        Numbers::modulo));
    }

    private static List<SqlOperator> times() {
        return List.of(
                clock("current_timestamp", "timestamptz"),
                clock("transaction_timestamp", "timestamptz"),
                clock("localtimestamp", "timestamp"),
                clock("current_date", "date"),
                clock("now", "timestamptz"),
                function(
                        "interval",
                        List.of("text->interval"),
                        (arguments, context) -> Times.interval(String.valueOf(arguments[0]))),
                new PostgresFunction(
                        "date_trunc",
                        List.of("text,timestamptz->timestamptz"),
                        true,
                        false,
                        (arguments, context) -> Times.truncate(
                                String.valueOf(arguments[0]),
                                (Long) Objects.requireNonNull(arguments[1]),
                                context.zone())),
                new FieldFunction("extract", "numeric"),
                new FieldFunction("date_part", "float8"));
    }

    /** The time at which the statement began, as a type. */
    private static PostgresFunction clock(String name, String type) {
        return new PostgresFunction(
                name,
                List.of("->" + type),
                true,
                false,
                (arguments, context) -> Casts.cast(Times.micros(context.now()), "timestamptz", type, context));
    }

    private static PostgresFunction function(String name, List<String> signatures, ScalarFunction implementation) {
        return new PostgresFunction(name, signatures, true, true, implementation);
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
