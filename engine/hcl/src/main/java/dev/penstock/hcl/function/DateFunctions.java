package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.string;
import static dev.penstock.hcl.function.Arguments.text;

import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of points in time, which are text as RFC 3339 writes it. */
final class DateFunctions {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DURATION =
            Pattern.compile("([+-])?((?:(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h))+|0)");
    private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private DateFunctions() {}

    static Map<String, HclFunction> all(Clock clock) {
        HclFunction now = HclFunction.of(
                Primitive.STRING,
                arguments -> new HclValue.Text(clock.instant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atOffset(ZoneOffset.UTC)
                        .format(WRITTEN)));
        return Map.of(
                "timestamp", now,
                "plantimestamp", now,
                "formatdate",
                        HclFunction.of(Primitive.STRING, DateFunctions::format, text("format"), text("timestamp")),
                "timeadd", HclFunction.of(Primitive.STRING, DateFunctions::add, text("timestamp"), text("duration")),
                "timecmp",
                        HclFunction.of(Primitive.NUMBER, DateFunctions::compare, text("timestamp"), text("timestamp")));
    }

    private static OffsetDateTime time(List<HclValue> arguments, int index) {
        String written = string(arguments, index);
        try {
            if (TIME.matcher(written).matches()) {
                return OffsetDateTime.parse(written);
            }
        } catch (DateTimeException e) {
            // Said below, in the words of this module.
        }
        throw new ValueException(index, "a time such as 2026-01-31T12:00:00Z is needed, not \"" + written + "\"");
    }

    private static HclValue compare(List<HclValue> arguments) {
        return HclValue.Num.of(Integer.signum(
                time(arguments, 0).toInstant().compareTo(time(arguments, 1).toInstant())));
    }

    private static HclValue add(List<HclValue> arguments) {
        try {
            return new HclValue.Text(time(arguments, 0)
                    .plusNanos(nanoseconds(string(arguments, 1)))
                    .format(WRITTEN));
        } catch (DateTimeException | ArithmeticException e) {
            throw new ValueException(1, "the duration is too long");
        }
    }

    private static long nanoseconds(String duration) {
        Matcher whole = DURATION.matcher(duration);
        if (!whole.matches()) {
            throw new ValueException(1, "a duration such as 1h30m is needed, not \"" + duration + "\"");
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher part = PART.matcher(whole.group(2));
        while (part.find()) {
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2)))));
        }
        return ("-".equals(whole.group(1)) ? sum.negate() : sum).toBigInteger().longValueExact();
    }

    private static long unit(String name) {
        return switch (name) {
            case "h" -> 3_600_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "s" -> 1_000_000_000L;
            case "ms" -> 1_000_000L;
            case "ns" -> 1L;
            default -> 1_000L;
        };
    }

    private static HclValue format(List<HclValue> arguments) {
        return new HclValue.Text(new DateFormat(time(arguments, 1)).written(string(arguments, 0)));
    }
}
