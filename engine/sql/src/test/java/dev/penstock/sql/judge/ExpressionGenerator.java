package dev.penstock.sql.judge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Random expressions of a type, from templates: in each, {@code {type}} stands for an expression of that type. Nothing
 * that fails for some rows only is among them, because which rows are evaluated is open.
 */
final class ExpressionGenerator {
    static final List<String> TYPES =
            List.of("int8", "text", "bool", "numeric", "float8", "timestamptz", "jsonb", "interval", "date", "text[]");
    private static final Pattern HOLE = Pattern.compile("\\{([a-z0-9]+(?:\\[])?)}");

    private static final Map<String, List<String>> TEMPLATES = Map.of(
            "int8",
            List.of(
                    "({int8} % 1000 + {int8} % 77)",
                    "({int8} % 1000 - 5)",
                    "({int8} % 1000 * 3)",
                    "({int8} / 7)",
                    "({int8} % 13)",
                    "length({text})::int8",
                    "coalesce({int8}, 0)",
                    "nullif({int8}, 1)",
                    "greatest({int8}, {int8})",
                    "least({int8}, 7)",
                    "(case when {bool} then {int8} else {int8} end)",
                    "extract(year from {timestamptz})::int8",
                    "position('a' in {text})::int8",
                    "cardinality({text[]})::int8",
                    "jsonb_array_length(case when jsonb_typeof({jsonb}) = 'array' then '[1, 2]'::jsonb end)::int8",
                    "({date} - date '2020-01-01')::int8",
                    "(select count(*) from other as o where o.id = {int8})",
                    "(select max(o.n % 50) from other as o where o.n % 10 < {int8})",
                    "abs({int8} % 1000)",
                    "sign({int8}::numeric)::int8",
                    "ascii({text})::int8"),
            "text",
            List.of(
                    "upper({text})",
                    "lower({text})",
                    "({text} || '-' || {text})",
                    "({text} || {int8})",
                    "left({text}, 3)",
                    "right({text}, 2)",
                    "split_part({text}, ',', 2)",
                    "replace({text}, 'a', 'ü')",
                    "coalesce({text}, 'none')",
                    "nullif({text}, '')",
                    "({int8})::text",
                    "({bool})::text",
                    "({numeric})::text",
                    "({jsonb})::text",
                    "({date})::text",
                    "({interval})::text",
                    "({text[]})::text",
                    "({jsonb} ->> 'a')",
                    "({jsonb} ->> 0)",
                    "({jsonb} #>> '{a,b}')",
                    "jsonb_typeof({jsonb})",
                    "(case when {bool} then {text} end)",
                    "(case {int8} when 1 then 'one' when 2 then {text} else 'many' end)",
                    "concat({text}, {int8}, {bool})",
                    "concat_ws('/', {text}, {text})",
                    "trim({text})",
                    "substr({text}, 2, 3)",
                    "lpad({text}, 5, '*')",
                    "reverse({text})",
                    "md5({text})",
                    "initcap({text})",
                    "array_to_string({text[]}, '|', '?')",
                    "to_char({timestamptz}, 'DD-Mon-YYYY HH24:MI')",
                    "greatest({text}, {text})",
                    "regexp_replace({text}, '[a-c]+', '<\\&>', 'g')",
                    "quote_literal({text})",
                    "(select min(o.label) from other as o where o.id > {int8})"),
            "bool",
            List.of(
                    "({int8} < {int8})",
                    "({int8} = {int8})",
                    "({text} = {text})",
                    "({text} < {text})",
                    "({text} like '%a%')",
                    "({text} ilike '%É_%')",
                    "({text} ~ '^[a-z]')",
                    "({numeric} >= {numeric})",
                    "({float8} <> {float8})",
                    "({timestamptz} > {timestamptz})",
                    "({date} <= {date})",
                    "({interval} < {interval})",
                    "({jsonb} = {jsonb})",
                    "({jsonb} < {jsonb})",
                    "({jsonb} @> {jsonb})",
                    "({jsonb} ? 'a')",
                    "({jsonb} ?| array['a', 'Key'])",
                    "({text} = any ({text[]}))",
                    "({text[]} && {text[]})",
                    "({text[]} @> {text[]})",
                    "({bool} and {bool})",
                    "({bool} or {bool})",
                    "(not {bool})",
                    "({bool} is true)",
                    "({bool} is not false)",
                    "({int8} is null)",
                    "({text} is not null)",
                    "({int8} between 0 and {int8})",
                    "({int8} between symmetric {int8} and 3)",
                    "({int8} in (1, 2, {int8}))",
                    "({text} in ('abc', '', {text}))",
                    "({int8} not in (0, 7))",
                    "({int8} is distinct from {int8})",
                    "({text} is not distinct from {text})",
                    "exists (select 1 from other as o where o.id = {int8})",
                    "({int8} in (select o.n from other as o where o.id < 8))",
                    "coalesce({bool}, false)",
                    "starts_with({text}, 'a')"),
            "numeric",
            List.of(
                    "({int8})::numeric",
                    "({numeric} + 1.50)",
                    "({numeric} - {numeric})",
                    "({int8} % 1000 * 1.10)",
                    "round({numeric}, 2)",
                    "abs({numeric})",
                    "floor({numeric})",
                    "({numeric} / 7)",
                    "trunc({numeric} / 3, 3)",
                    "coalesce({numeric}, 0.5)",
                    "extract(epoch from {interval})",
                    "extract(second from {timestamptz})",
                    "(case when {bool} then {numeric} else {int8} end)"),
            "float8",
            List.of(
                    "({int8})::float8",
                    "({float8} + 1)",
                    "({int8} % 1000)::float8 / 7",
                    "(- {float8})",
                    "abs({float8})",
                    "coalesce({float8}, 0)",
                    "(case when {bool} then {float8} end)",
                    "greatest({float8}, 0)"),
            "timestamptz",
            List.of(
                    "date_trunc('month', {timestamptz})",
                    "date_trunc('day', {timestamptz})",
                    "coalesce({timestamptz}, '2020-02-29 01:02:03+00')",
                    "least({timestamptz}, timestamptz '2021-03-14 07:00:00+00')",
                    "(least({timestamptz}, timestamptz '2100-01-01 00:00:00+00') + interval '1 month 2 days')",
                    "(case when {bool} then {timestamptz} end)",
                    "({date})::timestamptz"),
            "jsonb",
            List.of(
                    "({jsonb} -> 'a')",
                    "({jsonb} -> 0)",
                    "({jsonb} -> 'Key' -> 'a')",
                    "({jsonb} #> '{a,0}')",
                    "to_jsonb(({text})::text)",
                    "to_jsonb({int8})",
                    "to_jsonb({text[]})",
                    "jsonb_build_object('k', {int8}, 'v', {text})",
                    "jsonb_build_array({jsonb}, {bool})",
                    "coalesce({jsonb}, '[]')",
                    "nullif({jsonb}, '{}')",
                    "jsonb_strip_nulls({jsonb})",
                    "(case when {bool} then {jsonb} else '{\"a\": [1, {\"b\": null}]}' end)",
                    "(select jsonb_agg(o.label order by o.label, o.n) from other as o where o.id = {int8})"),
            "interval",
            List.of(
                    "(least({timestamptz}, timestamptz '2100-01-01 00:00:00+00') - timestamptz '2020-01-01 00:00:00+00')",
                    "({int8} % 100 * interval '1 day')",
                    "(interval '1 month' + interval '3 hours' * ({int8} % 10))",
                    "coalesce({interval}, interval '1 day')",
                    "age(least({timestamptz}, timestamptz '2100-01-01 00:00:00+00'), timestamptz '2019-05-31 10:00:00+00')"),
            "date",
            List.of(
                    "({timestamptz})::date",
                    "(date '2020-02-29' + ({int8} % 1000)::int)",
                    "coalesce({date}, date '1999-12-31')",
                    "least({date}, date '2020-01-31')"),
            "text[]",
            List.of(
                    "string_to_array({text}, ',')",
                    "array[{text}, {text}]",
                    "({text[]} || ({text})::text)",
                    "array_remove({text[]}, 'a')",
                    "coalesce({text[]}, '{x,y}')",
                    "array(select o.label from other as o where o.id = {int8} order by o.label, o.n)"));
    private static final Map<String, List<String>> LEAVES = Map.of(
            "int8", List.of("0", "1", "7", "42", "null::int8"),
            "text", List.of("'abc'", "''", "'a,b'", "'Ünï'", "null::text"),
            "bool", List.of("true", "false", "null::bool"),
            "numeric", List.of("1.50", "0.0", "-2.25", "null::numeric"),
            "float8", List.of("1.5::float8", "'NaN'::float8", "'-Infinity'::float8", "0::float8"),
            "timestamptz", List.of("timestamptz '2020-02-29 12:00:00+00'", "null::timestamptz"),
            "jsonb", List.of("'{\"a\": 1}'::jsonb", "'[]'::jsonb", "'[1, \"a\", null]'::jsonb", "null::jsonb"),
            "interval", List.of("interval '1 day'", "interval '-1 mon 3 days 04:05:06.7'", "null::interval"),
            "date", List.of("date '2020-02-29'", "date '1969-12-31'", "null::date"),
            "text[]", List.of("'{a,b}'::text[]", "'{}'::text[]", "array['a', null]", "null::text[]"));
    private static final List<String> AGGREGATES = List.of(
            "count(*)",
            "count({int8})",
            "count(distinct {text})",
            "count(distinct {jsonb})",
            "sum({int8} % 1000)",
            "sum({numeric})",
            "avg({int8} % 1000)",
            "min({text})",
            "max({timestamptz})",
            "max({numeric})",
            "min({float8})",
            "bool_and({bool})",
            "bool_or({bool})",
            "string_agg({text}, ',' order by {text})",
            "count(*) filter (where {bool})",
            "sum({int8} % 100) filter (where {bool})",
            "max({interval})",
            "min({date})",
            "array_agg(distinct {int8} % 10)");
    private static final List<String> WINDOWS = List.of(
            "count(*) over (partition by {int8} % 3)",
            "rank() over (order by {text})",
            "dense_rank() over (partition by {bool} order by {int8})",
            "sum({int8} % 1000) over (order by {int8})",
            "max({text}) over (partition by {text})",
            "min({int8}) over ()",
            "percent_rank() over (order by {numeric} desc)",
            "count({text}) over (order by {int8} range between unbounded preceding and current row)");

    private final Random random;
    private final boolean subqueries;

    ExpressionGenerator(Random random, boolean subqueries) {
        this.random = random;
        this.subqueries = subqueries;
    }

    /** An expression of any type. */
    String any(Scope scope, int depth) {
        return of(pick(TYPES), scope, depth);
    }

    /** An expression of a type. */
    String of(String type, Scope scope, int depth) {
        List<String> columns = scope.columns().stream()
                .filter(column -> column.type().equals(type))
                .map(Scope.Column::name)
                .toList();
        if (depth == 0 || random.nextInt(4) == 0) {
            return columns.isEmpty() || random.nextInt(5) == 0 ? pick(LEAVES.get(type)) : pick(columns);
        }
        List<String> templates = Objects.requireNonNull(TEMPLATES.get(type));
        return filled(pick(subqueries ? templates : withoutSubqueries(templates)), scope, depth - 1);
    }

    private static List<String> withoutSubqueries(List<String> templates) {
        return templates.stream()
                .filter(template -> !template.contains("select"))
                .toList();
    }

    /** An aggregate over expressions. */
    String aggregate(Scope scope) {
        String aggregate = pick(AGGREGATES);
        if (aggregate.startsWith("string_agg")) {
            // Ties are harmless only where the order is by the aggregated text itself.
            String text = of("text", scope, 1);
            return "string_agg(" + text + ", ',' order by " + text + ")";
        }
        return filled(aggregate, scope, 1);
    }

    /** A condition over aggregates. */
    String aggregateCondition(Scope scope) {
        return pick(List.of("count(*) > 1", "count(*) % 2 = 0", "max(" + of("int8", scope, 1) + ") > 3"));
    }

    /** A window function whose answer doesn't depend on the order of peers. */
    String window(Scope scope) {
        return filled(pick(WINDOWS), scope, 1);
    }

    private String filled(String template, Scope scope, int depth) {
        return HOLE.matcher(template)
                .replaceAll(hole -> TEMPLATES.containsKey(hole.group(1))
                        ? Matcher.quoteReplacement(of(hole.group(1), scope, depth))
                        : Matcher.quoteReplacement(hole.group()));
    }

    private <T> T pick(@Nullable List<T> pool) {
        return Objects.requireNonNull(pool).get(random.nextInt(pool.size()));
    }
}
