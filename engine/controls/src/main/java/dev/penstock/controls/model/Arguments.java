package dev.penstock.controls.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values for parameters, by name or by place, never both.
 *
 * @param named by the name of the parameter
 * @param positional the first is for {@code $1}
 */
public record Arguments(Map<String, SqlValue> named, List<SqlValue> positional) {

    /** None at all. */
    public static final Arguments NONE = new Arguments(Map.of(), List.of());

    /** Copies both. */
    public Arguments {
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        positional = List.copyOf(positional);
    }

    /** Values by name. */
    public static Arguments named(Map<String, SqlValue> values) {
        return new Arguments(values, List.of());
    }

    /** Values by place. */
    public static Arguments positional(List<SqlValue> values) {
        return new Arguments(Map.of(), values);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return named.isEmpty() && positional.isEmpty();
    }

    /** The value for a parameter. */
    Optional<SqlValue> of(String name, int place) {
        return place < positional.size() ? Optional.of(positional.get(place)) : Optional.ofNullable(named.get(name));
    }
}
