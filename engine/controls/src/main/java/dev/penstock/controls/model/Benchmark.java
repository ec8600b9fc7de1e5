package dev.penstock.controls.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tree of controls.
 *
 * @param children in the order of the mod
 */
public record Benchmark(
        String mod,
        String name,
        String title,
        String description,
        String documentation,
        Map<String, String> tags,
        List<CheckNode> children)
        implements CheckNode {

    /** Sorts and copies the tags, copies the children. */
    public Benchmark {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        children = List.copyOf(children);
    }

    @Override
    public String fullName() {
        return mod + ".benchmark." + name;
    }

    /** The same benchmark with other children. */
    public Benchmark withChildren(List<CheckNode> others) {
        return new Benchmark(mod, name, title, description, documentation, tags, others);
    }
}
