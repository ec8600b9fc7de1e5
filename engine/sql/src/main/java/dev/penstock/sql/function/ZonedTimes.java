package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.value.Interval;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions and operators of timetz (chapter 9.9). */
final class ZonedTimes {
    private static final long SECOND = 1_000_000;

    private ZonedTimes() {}

    static List<FunctionDefinition> functions() {
        return List.of(
                function("current_time", "->timetz", (a, c) -> now(c)).dependingOnSession(),
                function(
                                "current_time",
                                "int4->timetz",
                                (a, c) -> new TypeModifier(
                                                "timetz",
                                                List.of(Numbers.number(a, 0).intValue()))
                                        .fit(now(c)))
                        .dependingOnSession(),
                function("extract", "text,timetz->numeric", (a, c) -> field(String.valueOf(a[0]), time(a, 1))),
                function(
                        "date_part",
                        "text,timetz->float8",
                        (a, c) -> field(String.valueOf(a[0]), time(a, 1)).doubleValue()),
                function(
                                "timezone",
                                "text,timetz->timetz",
                                (a, c) -> time(a, 1)
                                        .to(Zones.named(String.valueOf(a[0]))
                                                .getRules()
                                                .getOffset(c.now())))
                        .dependingOnSession(),
                function(
                        "timezone",
                        "interval,timetz->timetz",
                        (a, c) -> time(a, 1).to(ZoneOffset.ofTotalSeconds((int)
                                (interval(a, 0).microseconds() / SECOND)))));
    }

    static List<FunctionDefinition> operators() {
        return List.of(
                function("+", "timetz,interval->timetz", (a, c) -> time(a, 0).plus(interval(a, 1))),
                function("+", "interval,timetz->timetz", (a, c) -> time(a, 1).plus(interval(a, 0))),
                function("-", "timetz,interval->timetz", (a, c) -> time(a, 0).plus(Times.negate(interval(a, 1)))),
                function("+", "date,timetz->timestamptz", (a, c) -> moment(a[0], time(a, 1))),
                function("+", "timetz,date->timestamptz", (a, c) -> moment(a[1], time(a, 0))));
    }

    private static ZonedTime now(FunctionContext context) {
        return ZonedTime.at(Times.micros(context.now()), context.zone());
    }

    private static Object moment(@Nullable Object day, ZonedTime time) {
        long start = Times.startOf((Integer) Objects.requireNonNull(day));
        return Times.isInfinite(start) ? start : (Long) (start + time.greenwich());
    }

    private static Number field(String written, ZonedTime time) {
        return switch (TimeFields.unit(written, "timetz")) {
            case "timezone" -> BigDecimal.valueOf(time.offset());
            case "timezone_hour" -> BigDecimal.valueOf(time.offset() / 3600);
            case "timezone_minute" -> BigDecimal.valueOf(time.offset() / 60 % 60);
            case "epoch" -> BigDecimal.valueOf(time.greenwich(), 6);
            default -> TimeFields.ofTime(written, time.micros(), "timetz");
        };
    }

    private static ZonedTime time(@Nullable Object[] arguments, int index) {
        return (ZonedTime) Objects.requireNonNull(arguments[index]);
    }

    private static Interval interval(@Nullable Object[] arguments, int index) {
        return (Interval) Objects.requireNonNull(arguments[index]);
    }
}
