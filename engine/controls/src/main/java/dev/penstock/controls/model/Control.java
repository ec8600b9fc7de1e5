package dev.penstock.controls.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A check that a query carries out.
 *
 * @param severity {@code none}, {@code low}, {@code medium}, {@code high}, {@code critical}; empty if unset
 * @param query what it runs
 */
public record Control(
        String mod,
        String name,
        String title,
        String description,
        String documentation,
        Map<String, String> tags,
        String severity,
        Query query)
        implements CheckNode {

    /** Sorts and copies the tags. */
    public Control {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    @Override
    public String fullName() {
        return mod + ".control." + name;
    }
}
