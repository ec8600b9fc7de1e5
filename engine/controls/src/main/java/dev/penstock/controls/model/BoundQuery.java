package dev.penstock.controls.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL with the values that a session takes beside it.
 *
 * @param values of {@code $1}, {@code $2} and so on
 */
public record BoundQuery(String sql, List<@Nullable Object> values) {

    /** Copies the values, of which some may be null. */
    public BoundQuery {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
