package dev.penstock.hcl;

import java.util.Collections;
import java.util.LinkedHashMap;
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
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        blocks = List.copyOf(blocks);
    }

    /** The attribute of this name. */
    public Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The blocks of this type. */
    public List<Block> blocks(String type) {
        return blocks.stream().filter(block -> block.type().equals(type)).toList();
    }

    /** A body with nothing in it. */
    static Body empty() {
        return new Body(Map.of(), List.of());
    }

    /**
     * A name and its expression.
     *
     * @param nameSpan where the name stands
     * @param span the whole attribute
     */
    public record Attribute(String name, Expression value, Span nameSpan, Span span) {

        /** Where the name stands. */
        public SourcePosition position() {
            return nameSpan.position();
        }
    }

    /**
     * A block.
     *
     * @param type such as {@code control}
     * @param labels quoted or not
     * @param header the type and the labels
     * @param span the whole block
     */
    public record Block(String type, List<String> labels, Body body, Span header, Span span) {

        /** Copies the labels. */
        public Block {
            labels = List.copyOf(labels);
        }

        /** Where the type stands. */
        public SourcePosition position() {
            return header.position();
        }
    }
}
