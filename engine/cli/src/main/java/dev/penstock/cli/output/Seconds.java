package dev.penstock.cli.output;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as reports of tests give them. */
final class Seconds {
    private Seconds() {}

    /** Such as {@code 1.250}, never with an exponent. */
    static String of(Duration duration) {
        return BigDecimal.valueOf(Math.max(0, duration.toMillis()), 3).toPlainString();
    }
}
