package dev.penstock.sql.judge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Values of the scalar types, many of them awkward, in PostgreSQL's input form. */
final class AwkwardValues {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    /** Texts that were trouble somewhere. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "abc",
            "ABC",
            "abcd",
            "a'b",
            "a\"b",
            "a\\b",
            "tab\there",
            "line\nbreak",
            "%",
            "_",
            "100%_x",
            "é",
            "e\u0301",
            "ß",
            "İ",
            "日本語",
            "😀",
            "👩‍🚀",
            "\uFF5E",
            "null",
            "NULL",
            "true",
            "0",
            "-1",
            "1.50",
            "1e5",
            "2020-02-29",
            "{}",
            "[]",
            "{a,b}",
            "a,b,,c",
            "10.0.0.1",
            "arn:aws:s3:::bucket/key with space",
            "xyz".repeat(90));

    private static final List<String> INTEGERS = List.of(
            "0",
            "0",
            "1",
            "1",
            "2",
            "3",
            "5",
            "7",
            "14",
            "24",
            "30",
            "45",
            "60",
            "90",
            "100",
            "365",
            "-1",
            "-7",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "-9223372036854775808");
    private static final List<String> FLOATS = List.of(
            "0",
            "-0",
            "1",
            "1.5",
            "-2.25",
            "0.1",
            "1e-7",
            "1e15",
            "1e16",
            "1e300",
            "123456.789",
            "NaN",
            "Infinity",
            "-Infinity");
    private static final List<String> TIMES = List.of(
            "1969-12-31T23:59:59.999999Z",
            "1970-01-01T00:00:00Z",
            "1900-01-01T00:00:00Z",
            "1582-10-10T12:00:00Z",
            "2000-02-29T12:34:56.5Z",
            "2021-03-14T06:59:59Z",
            "2021-03-14T07:00:00Z",
            "2021-11-07T05:30:00Z",
            "2021-11-07T06:30:00Z",
            "2020-03-29T00:59:59.999999Z",
            "2020-10-25T01:00:00Z",
            "2038-01-19T03:14:08Z",
            "9999-12-31T23:59:59.999999Z");
    private static final List<String> ADDRESSES =
            List.of("10.0.0.1", "10.0.0.0/8", "192.168.1.128/25", "0.0.0.0/0", "::1", "fe80::/10", "2001:db8::ff00:42");
    private static final List<String> NETWORKS =
            List.of("10.0.0.0/8", "192.168.1.128/25", "0.0.0.0/0", "::/0", "10.1.2.3/32");

    private final Random random;
    private final Instant now;

    AwkwardValues(Random random, Instant now) {
        this.random = random;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    String text() {
        return pick(TEXTS);
    }

    String integer() {
        return random.nextInt(4) == 0 ? pick(INTEGERS) : pick(INTEGERS.subList(0, 16));
    }

    String floating() {
        return random.nextInt(3) == 0 ? String.valueOf((random.nextInt(2_000_001) - 1_000_000) / 1000.0) : pick(FLOATS);
    }

    String time() {
        Instant time = random.nextInt(4) == 0
                ? Instant.parse(pick(TIMES))
                : now.minusSeconds(random.nextInt(500 * 86_400)).plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    String network(boolean strict) {
        return pick(strict ? NETWORKS : ADDRESSES);
    }

    private String pick(List<String> pool) {
        return pool.get(random.nextInt(pool.size()));
    }
}
