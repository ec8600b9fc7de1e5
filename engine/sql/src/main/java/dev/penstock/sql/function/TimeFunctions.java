package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.value.Interval;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions of times (chapter 9.9). */
public final class TimeFunctions {
    private TimeFunctions() {}

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        all.add(clock("current_timestamp", "timestamptz"));
        all.add(clock("transaction_timestamp", "timestamptz"));
        all.add(clock("localtimestamp", "timestamp"));
        all.add(clock("current_date", "date"));
        all.add(clock("now", "timestamptz"));
        all.add(function("interval", "text->interval", (a, c) -> Times.interval(String.valueOf(a[0]))));
        all.add(function(
                        "date_trunc",
                        "text,timestamptz->timestamptz",
                        (a, c) -> Times.truncate(String.valueOf(a[0]), (Long) Objects.requireNonNull(a[1]), c.zone()))
                .dependingOnSession());
        for (String type : List.of("timestamptz", "timestamp", "date", "interval")) {
            all.add(function("extract", "text," + type + "->numeric", (a, c) -> field(a, type, c))
                    .dependingOnSession());
            all.add(function(
                            "date_part",
                            "text," + type + "->float8",
                            (a, c) -> field(a, type, c).doubleValue())
                    .dependingOnSession());
        }
        return all;
    }

    private static BigDecimal field(@Nullable Object[] arguments, String type, FunctionContext context) {
        String name = String.valueOf(arguments[0]).toLowerCase(Locale.ROOT);
        String field = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        Object value = Objects.requireNonNull(arguments[1]);
        return value instanceof Interval interval
                ? Times.field(field, interval)
                : Times.field(
                        field,
                        (Long) Casts.cast(value, type, type.equals("date") ? "timestamp" : type, context),
                        type.equals("timestamptz") ? context.zone() : ZoneOffset.UTC);
    }

    /** The time at which the statement began, as a type. */
    private static FunctionDefinition clock(String name, String type) {
        return function(
                        name,
                        "->" + type,
                        (arguments, context) -> Casts.cast(Times.micros(context.now()), "timestamptz", type, context))
                .dependingOnSession();
    }
}
