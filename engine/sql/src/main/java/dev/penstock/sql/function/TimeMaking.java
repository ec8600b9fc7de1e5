package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times made from numbers, and intervals brought into shape (chapter 9.9). */
final class TimeMaking {
    private static final long DAY = Times.MICROS_PER_DAY;

    private TimeMaking() {}

    static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        all.add(function("make_date", "int4,int4,int4->date", (a, c) -> (int) date(a).toEpochDay()));
        all.add(function("make_time", "int4,int4,float8->time", (a, c) -> time(a, 0)));
        String moment = "int4,int4,int4,int4,int4,float8";
        all.add(function("make_timestamp", moment + "->timestamp", (a, c) -> moment(a, ZoneOffset.UTC)));
        all.add(function("make_timestamptz", moment + "->timestamptz", (a, c) -> moment(a, c.zone()))
                .dependingOnSession());
        all.add(function(
                "make_timestamptz",
                moment + ",text->timestamptz",
                (a, c) -> moment(a, Zones.named(String.valueOf(a[6])))));
        String parameters = "int4,int4,int4,int4,int4,int4,float8";
        for (int count = 0; count <= 7; count++) {
            String given = count == 7 ? parameters : parameters.substring(0, Math.max(0, count * 5 - 1));
            all.add(function("make_interval", given + "->interval", (a, c) -> interval(a)));
        }
        return all;
    }

    private static long number(@Nullable Object[] arguments, int index) {
        return index < arguments.length ? Numbers.number(arguments, index).longValue() : 0;
    }

    private static LocalDate date(@Nullable Object[] arguments) {
        long year = number(arguments, 0);
        try {
            if (year == 0) {
                throw new DateTimeException("there is no year 0");
            }
            return LocalDate.of(
                    (int) (year < 0 ? year + 1 : year), (int) number(arguments, 1), (int) number(arguments, 2));
        } catch (DateTimeException e) {
            throw new EngineException(
                    ErrorCode.DATETIME_OUT_OF_RANGE,
                    "date field value out of range: %d-%02d-%02d"
                            .formatted(year, number(arguments, 1), number(arguments, 2)),
                    e);
        }
    }

    private static long time(@Nullable Object[] arguments, int first) {
        long hour = number(arguments, first);
        long minute = number(arguments, first + 1);
        double second = Numbers.number(arguments, first + 2).doubleValue();
        boolean over = hour < 0 || hour > 24 || minute < 0 || minute > 59 || !(second >= 0 && second <= 60);
        if (over || (hour == 24 && (minute > 0 || second > 0))) {
            throw new EngineException(
                    ErrorCode.DATETIME_OUT_OF_RANGE,
                    "time field value out of range: " + hour + ":" + "%02d".formatted(minute) + ":"
                            + Casts.textOf(second, "float8", Casts.NO_SESSION));
        }
        return (hour * 60 + minute) * 60_000_000L + micros(second);
    }

    private static long micros(double seconds) {
        return BigDecimal.valueOf(seconds)
                .movePointRight(6)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static Object moment(@Nullable Object[] arguments, ZoneId zone) {
        return Zones.micros(date(arguments).atStartOfDay().plus(time(arguments, 3), ChronoUnit.MICROS), zone);
    }

    private static Interval interval(@Nullable Object[] arguments) {
        double seconds = arguments.length > 6 ? Numbers.number(arguments, 6).doubleValue() : 0;
        return new Interval(
                Math.toIntExact(number(arguments, 0) * 12 + number(arguments, 1)),
                Math.toIntExact(number(arguments, 2) * 7 + number(arguments, 3)),
                (number(arguments, 4) * 60 + number(arguments, 5)) * 60_000_000L + micros(seconds));
    }

    static Interval justifyDays(Interval interval) {
        int months = interval.months() + interval.days() / 30;
        int days = interval.days() % 30;
        if (months > 0 && days < 0) {
            return new Interval(months - 1, days + 30, interval.microseconds());
        }
        return months < 0 && days > 0
                ? new Interval(months + 1, days - 30, interval.microseconds())
                : new Interval(months, days, interval.microseconds());
    }

    static Interval justifyHours(Interval interval) {
        int days = interval.days() + (int) (interval.microseconds() / DAY);
        long micros = interval.microseconds() % DAY;
        if (days > 0 && micros < 0) {
            return new Interval(interval.months(), days - 1, micros + DAY);
        }
        return days < 0 && micros > 0
                ? new Interval(interval.months(), days + 1, micros - DAY)
                : new Interval(interval.months(), days, micros);
    }

    static Interval justify(Interval interval) {
        int days = interval.days() + (int) (interval.microseconds() / DAY);
        long micros = interval.microseconds() % DAY;
        int months = interval.months() + days / 30;
        days %= 30;
        if (months > 0 && (days < 0 || (days == 0 && micros < 0))) {
            days += 30;
            months--;
        } else if (months < 0 && (days > 0 || (days == 0 && micros > 0))) {
            days -= 30;
            months++;
        }
        if (days > 0 && micros < 0) {
            micros += DAY;
            days--;
        } else if (days < 0 && micros > 0) {
            micros -= DAY;
            days++;
        }
        return new Interval(months, days, micros);
    }
}
