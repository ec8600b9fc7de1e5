package dev.penstock.cli.output;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much is said of what a query cost. */
public enum Timing {
    OFF,
    ON,
    VERBOSE;

    /** Whether anything is said. */
    public boolean shown() {
        return this != OFF;
    }

    /** The words for it. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(timing -> timing.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What a word means; true and false are what older scripts write. */
    public static Optional<Timing> named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "off", "false" -> Optional.of(OFF);
            case "on", "true" -> Optional.of(ON);
            case "verbose" -> Optional.of(VERBOSE);
            default -> Optional.empty();
        };
    }
}
