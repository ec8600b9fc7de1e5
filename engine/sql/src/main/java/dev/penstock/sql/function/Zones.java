package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Time zones by name, and clocks in them. */
final class Zones {
    private static final Pattern POSIX =
            Pattern.compile("(?:[a-z]{3,}|<[^>]*>)?([+-]?)(\\d{1,2})(?::(\\d{2}))?(?::(\\d{2}))?");
    private static final Map<String, ZoneId> REGIONS = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), ZoneId::of, (a, b) -> a));
    private static final Map<String, Integer> ABBREVIATIONS = Map.ofEntries(
            Map.entry("utc", 0),
            Map.entry("z", 0),
            Map.entry("zulu", 0),
            Map.entry("gmt", 0),
            Map.entry("ut", 0),
            Map.entry("wet", 0),
            Map.entry("bst", 1),
            Map.entry("cet", 1),
            Map.entry("cest", 2),
            Map.entry("eet", 2),
            Map.entry("eest", 3),
            Map.entry("msk", 3),
            Map.entry("jst", 9),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7));

    private Zones() {}

    /** A zone by its name, abbreviation or POSIX form; in the last, positive is west of Greenwich. */
    static ZoneId named(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        Integer hours = ABBREVIATIONS.get(name);
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
        }
        ZoneId region = REGIONS.get(name);
        if (region != null) {
            return region;
        }
        Matcher posix = POSIX.matcher(name);
        if (posix.matches()) {
            return posix(posix, written);
        }
        throw unknown(written);
    }

    private static ZoneId posix(Matcher posix, String written) {
        int seconds = Integer.parseInt(posix.group(2)) * 3600
                + (posix.group(3) == null ? 0 : Integer.parseInt(posix.group(3)) * 60)
                + (posix.group(4) == null ? 0 : Integer.parseInt(posix.group(4)));
        try {
            return ZoneOffset.ofTotalSeconds(posix.group(1).equals("-") ? seconds : -seconds);
        } catch (DateTimeException e) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "time zone \"" + written + "\" not recognized", e);
        }
    }

    private static EngineException unknown(String name) {
        return new EngineException(ErrorCode.INVALID_PARAMETER, "time zone \"" + name + "\" not recognized");
    }

    /**
     * Microseconds since the epoch at which a zone's clock shows a time. Of two moments the later one, as PostgreSQL
     * chooses; where the clock leaps over the time, the offset before the leap counts.
     */
    static long micros(LocalDateTime local, ZoneId zone) {
        return Times.micros(local.atZone(zone).withLaterOffsetAtOverlap().toInstant());
    }

    /** A timestamp's clock moved by the calendar, infinity staying where it is. */
    static long moved(long micros, ZoneId zone, Function<LocalDateTime, LocalDateTime> move) {
        return micros(move.apply(Times.at(micros, zone).toLocalDateTime()), zone);
    }

    /** What a clock of a zone shows, as microseconds since the epoch of a clock at Greenwich. */
    static long clock(long micros, ZoneId zone) {
        return ChronoUnit.MICROS.between(
                LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC),
                Times.at(micros, zone).toLocalDateTime());
    }
}
