package dev.penstock.controls.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A variable of a mod.
 *
 * @param mod short name of its mod
 * @param title empty if it has none
 * @param description empty if it has none
 * @param type as it is written, or that of the default
 * @param value empty if it has none, or one that doesn't fit
 * @param defaultValue empty if it has none
 * @param allowed the values that it may have; empty if it may have any
 * @param format {@code text}, {@code multiline} or empty
 * @param sensitive whether its values must not be shown
 */
public record Variable(
        String mod,
        String name,
        String title,
        String description,
        Map<String, String> tags,
        String type,
        Optional<SqlValue> value,
        Optional<SqlValue> defaultValue,
        List<SqlValue> allowed,
        String format,
        boolean sensitive) {

    /** What stands for a value that must not be shown. */
    public static final String HIDDEN = "(sensitive)";

    /** Sorts and copies the tags, copies the values. */
    public Variable {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        allowed = List.copyOf(allowed);
    }

    /** Such as {@code aws_compliance.var.tag_dimensions}. */
    public String fullName() {
        return mod + ".var." + name;
    }

    /** One of its values for people; empty if there is none. */
    public String shown(Optional<SqlValue> one) {
        return one.map(value -> sensitive ? HIDDEN : value.shown()).orElse("");
    }
}
