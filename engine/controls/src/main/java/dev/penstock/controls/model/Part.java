package dev.penstock.controls.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A resource that is read, checked and listed, but not run: a dashboard, what stands in one, or a detection.
 *
 * @param mod short name of its mod
 * @param type such as {@code dashboard} or {@code card}
 * @param name its name; for one without a name made of type and place
 * @param title empty if it has none
 * @param description empty if it has none
 * @param documentation Markdown; empty if it has none
 * @param attributes the others, as they can be shown; what is known only when it runs is its expression
 * @param children in the order of the text
 */
public record Part(
        String mod,
        String type,
        String name,
        String title,
        String description,
        String documentation,
        Map<String, String> tags,
        Map<String, String> attributes,
        List<Part> children) {

    /** Sorts the tags, keeps the order of the attributes, copies the children. */
    public Part {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** Such as {@code aws_insights.dashboard.iam_user_detail}. */
    public String fullName() {
        return mod + "." + type + "." + name;
    }
}
