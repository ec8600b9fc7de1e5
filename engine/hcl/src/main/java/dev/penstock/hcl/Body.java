package dev.penstock.hcl;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in a file or between the braces of a block.
 *
 * @param attributes by name, in the order of the text
 * @param blocks in the order of the text
 */
public record Body(Map<String, Attribute> attributes, List<Block> blocks) {

    /** Copies the list; the map keeps its order. */
    public Body {
        attributes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(attributes));
        blocks = List.copyOf(blocks);
    }

    /** The attribute of this name. */
    public Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /**
     * A name and its expression.
     *
     * @param position where the name stands
     */
    public record Attribute(String name, Expression value, SourcePosition position) {}

    /**
     * A block.
     *
     * @param type such as {@code control}
     * @param labels quoted or not
     * @param position where the type stands
     */
    public record Block(String type, List<String> labels, Body body, SourcePosition position) {

        /** Copies the labels. */
        public Block {
            labels = List.copyOf(labels);
        }
    }
}
