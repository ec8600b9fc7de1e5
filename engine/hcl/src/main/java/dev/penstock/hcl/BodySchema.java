package dev.penstock.hcl;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which attributes and blocks a body may have, and which it must have. */
public final class BodySchema {
    private final Set<String> attributes;
    private final Set<String> required;
    private final Map<String, BlockSchema> blocks;

    private BodySchema(Builder builder) {
        this.attributes = Set.copyOf(builder.attributes);
        this.required = Set.copyOf(builder.required);
        this.blocks = Map.copyOf(builder.blocks);
    }

    /** A schema in the making. */
    public static Builder builder() {
        return new Builder();
    }

    /** What a block may have. */
    private record BlockSchema(int labels, BodySchema body) {}

    /**
     * What is wrong with a body, all the way down; its values are not looked at.
     *
     * @param span where to say that something is missing
     */
    public List<Diagnostic> check(Body body, Span span) {
        List<Diagnostic> found = new ArrayList<>();
        for (Attribute attribute : body.attributes().values()) {
            if (!attributes.contains(attribute.name())) {
                found.add(unexpected(attribute));
            }
        }
        for (String name : required) {
            if (body.attribute(name).isEmpty()) {
                found.add(span.problem("the attribute " + name + " is missing", ""));
            }
        }
        body.blocks().forEach(block -> check(block, found));
        return found;
    }

    private Diagnostic unexpected(Attribute attribute) {
        String name = attribute.name();
        String suggestion =
                blocks.containsKey(name) ? "write it as a block, without \"=\"" : Suggestion.of(name, attributes);
        return attribute.nameSpan().problem("there is no attribute " + name + " here", suggestion);
    }

    private void check(Block block, List<Diagnostic> found) {
        BlockSchema schema = blocks.get(block.type());
        if (schema == null) {
            String suggestion = attributes.contains(block.type())
                    ? "write it as an attribute, with \"=\""
                    : Suggestion.of(block.type(), blocks.keySet());
            found.add(block.header().problem("there is no block " + block.type() + " here", suggestion));
            return;
        }
        if (block.labels().size() != schema.labels()) {
            String problem = "a block " + block.type() + " has " + schema.labels()
                    + (schema.labels() == 1 ? " label" : " labels") + ", not "
                    + block.labels().size();
            found.add(block.header().problem(problem, ""));
        }
        found.addAll(schema.body().check(block.body(), block.header()));
    }

    /** What a schema is made of. */
    public static final class Builder {
        private final Set<String> attributes = new LinkedHashSet<>();
        private final Set<String> required = new LinkedHashSet<>();
        private final Map<String, BlockSchema> blocks = new LinkedHashMap<>();

        private Builder() {}

        /** Attributes that may be there. */
        public Builder attributes(String... names) {
            attributes.addAll(List.of(names));
            return this;
        }

        /** Attributes that must be there. */
        public Builder required(String... names) {
            attributes.addAll(List.of(names));
            required.addAll(List.of(names));
            return this;
        }

        /** A type of block that may be there, any number of times, with so many labels. */
        public Builder block(String type, int labels, BodySchema body) {
            blocks.put(type, new BlockSchema(labels, body));
            return this;
        }

        /** The schema. */
        public BodySchema build() {
            return new BodySchema(this);
        }
    }
}
