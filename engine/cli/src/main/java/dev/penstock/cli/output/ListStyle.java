package dev.penstock.cli.output;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How lists and attributes are written. */
public enum ListStyle {
    /** In columns, for people. */
    PRETTY,
    /** The same; there are no colours in either. */
    PLAIN,
    /** An array of objects. */
    JSON,
    /** A sequence of mappings. */
    YAML;

    /** The names of all styles. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(style -> style.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The style of this name, in any case. */
    public static Optional<ListStyle> named(String name) {
        return Arrays.stream(values())
                .filter(style -> style.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether programs read it: then everything is there. */
    public boolean isForPrograms() {
        return this == JSON || this == YAML;
    }
}
