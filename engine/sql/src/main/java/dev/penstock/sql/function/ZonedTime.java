package dev.penstock.sql.function;

import dev.penstock.spi.value.Interval;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A time of day at an offset: {@code timetz}. The earlier one at Greenwich is less; of two at once, the one further east.
 *
 * @param micros of the day, on its own clock
 * @param offset seconds east of Greenwich
 */
record ZonedTime(long micros, int offset) implements Comparable<ZonedTime> {
    private static final long SECOND = 1_000_000;

    /** What a text says; without an offset it is that of the session. */
    static ZonedTime parse(String text, FunctionContext context) {
        if (text.strip().equalsIgnoreCase("now")) {
            return at(Times.micros(context.now()), context.zone());
        }
        TimeText.Said said = TimeText.parse(text, "timetz");
        Long micros = said.micros();
        ZoneId zone = said.zone() == null ? context.zone() : said.zone();
        if (micros == null || (said.date() == null && said.zone() != null && !isFixed(zone))) {
            throw TimeText.invalid(text, "timetz");
        }
        ZoneOffset offset = said.date() == null
                ? zone.getRules().getOffset(context.now())
                : said.date()
                        .atStartOfDay()
                        .plus(micros, ChronoUnit.MICROS)
                        .atZone(zone)
                        .withLaterOffsetAtOverlap()
                        .getOffset();
        return new ZonedTime(micros, offset.getTotalSeconds());
    }

    private static boolean isFixed(ZoneId zone) {
        return zone.getRules().isFixedOffset();
    }

    /** What a clock of a zone shows. */
    static ZonedTime at(long timestamp, ZoneId zone) {
        return new ZonedTime(
                Math.floorMod(Zones.clock(timestamp, zone), Times.MICROS_PER_DAY),
                Times.at(timestamp, zone).getOffset().getTotalSeconds());
    }

    /** The same moment on a clock at another offset. */
    ZonedTime to(ZoneOffset other) {
        return new ZonedTime(
                Math.floorMod(greenwich() + other.getTotalSeconds() * SECOND, Times.MICROS_PER_DAY),
                other.getTotalSeconds());
    }

    /** Moved around its clock. */
    ZonedTime plus(Interval interval) {
        return new ZonedTime(Math.floorMod(micros + interval.microseconds(), Times.MICROS_PER_DAY), offset);
    }

    /** Microseconds on the clock at Greenwich; may lie before or after its day. */
    long greenwich() {
        return micros - offset * SECOND;
    }

    @Override
    public int compareTo(ZonedTime other) {
        int order = Long.compare(greenwich(), other.greenwich());
        return order == 0 ? Integer.compare(other.offset, offset) : order;
    }

    @Override
    public String toString() {
        return TimeText.time(micros) + TimeText.offset(ZoneOffset.ofTotalSeconds(offset));
    }
}
