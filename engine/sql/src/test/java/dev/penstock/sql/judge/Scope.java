package dev.penstock.sql.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a random query reads.
 *
 * @param from the text after FROM
 */
record Scope(String from, List<Column> columns) {

    /** A column by its qualified name. */
    record Column(String name, String type) {}

    static Scope table(String table, String alias) {
        List<String> columns = table.equals("awkward")
                ? List.of(
                        "id int8",
                        "label text",
                        "n int8",
                        "x float8",
                        "ok bool",
                        "at timestamptz",
                        "doc jsonb",
                        "addr inet")
                : List.of("id int8", "label text", "n int8", "doc jsonb");
        return new Scope(
                table + " as " + alias,
                columns.stream()
                        .map(column -> column.split(" "))
                        .map(parts -> new Column(alias + "." + parts[0], parts[1]))
                        .toList());
    }

    Scope and(Scope other) {
        var all = new ArrayList<>(columns);
        all.addAll(other.columns);
        return new Scope(from + ", " + other.from, all);
    }

    Scope joined(String kind, Scope other, String condition) {
        return new Scope(from + " " + kind + " " + other.from + " on " + condition, and(other).columns);
    }

    /** Joined with a set function of its own columns. */
    Scope unnested(String kind, String type, Random random) {
        String function = type.equals("jsonb")
                ? "jsonb_array_elements(case when jsonb_typeof(a.doc) = 'array' then a.doc end) as e"
                : "generate_series(1, a.id % " + (2 + random.nextInt(3)) + ") as e";
        var all = new ArrayList<>(columns);
        all.add(new Column("e", type));
        return new Scope(from + " " + kind + " " + function + (kind.startsWith("left") ? " on true" : ""), all);
    }
}
