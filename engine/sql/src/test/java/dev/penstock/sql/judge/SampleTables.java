package dev.penstock.sql.judge;

import dev.penstock.sql.judge.JudgedTable.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two small tables whose rows are known by heart. */
final class SampleTables {
    private static final JudgedTable PERSON = new JudgedTable(
            "person",
            List.of(
                    column("name", "text"),
                    column("age", "int8"),
                    column("score", "float8"),
                    column("active", "bool"),
                    column("born", "timestamptz"),
                    column("data", "jsonb")));
    private static final JudgedTable PET = new JudgedTable(
            "pet",
            List.of(
                    column("owner", "text"),
                    column("name", "text"),
                    column("kind", "text"),
                    column("weight", "float8")));

    private SampleTables() {}

    static List<Estate.Filled> filled() {
        return List.of(
                new Estate.Filled(
                        PERSON,
                        rows(
                                row("ann", "30", "1.5", "true", "1990-02-28 10:15:30.123456+00:00", "{\"k\": \"v\"}"),
                                row("bob", "41", null, "false", "1979-12-31 23:59:59+00:00", null),
                                row("cy", null, "2.25", null, null, "{\"k\": \"w\"}"),
                                row("dé", "30", "-0.5", "true", "2000-02-29 00:00:00+00:00", null),
                                row("Eve", "7", "100.0", "false", "2016-07-01 12:00:00+00:00", "{\"x\": \"\"}"))),
                new Estate.Filled(
                        PET,
                        rows(
                                row("ann", "rex", "dog", "12.5"),
                                row("ann", "tom", "cat", "4.0"),
                                row("bob", "tim", "dog", null),
                                row(null, "stray", "cat", "3.5"),
                                row("zoe", "kit", null, "1.0"))));
    }

    private static Column column(String name, String type) {
        return new Column(name, type, "null");
    }

    private static List<@Nullable String[]> rows(@Nullable String[]... rows) {
        return new ArrayList<>(List.of(rows));
    }

    private static @Nullable String[] row(@Nullable String... values) {
        return values;
    }
}
