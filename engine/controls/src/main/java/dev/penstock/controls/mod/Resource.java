package dev.penstock.controls.mod;

import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Evaluator;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A block of a mod that defines something, and the values of its attributes. */
record Resource(Block block, Evaluator evaluator) {

    String type() {
        return block.type();
    }

    /** The one label. */
    String name() {
        if (block.labels().size() != 1) {
            throw problem("a " + type() + " needs one name in quotes");
        }
        return block.labels().get(0);
    }

    /** The text of an attribute, empty if it is not set or null. */
    String text(String attribute) {
        return block.body()
                .attribute(attribute)
                .filter(found -> !(evaluator.value(found.value()) instanceof HclValue.Null))
                .map(found -> evaluator.text(found.value()))
                .orElse("");
    }

    /** Tags: texts by key. */
    Map<String, String> tags() {
        HclValue value = value("tags");
        if (value instanceof HclValue.Null) {
            return Map.of();
        }
        if (!(value instanceof HclValue.Dictionary object)) {
            throw problem("tags must be an object, not a " + value.kind());
        }
        var tags = new TreeMap<String, String>();
        object.entries().forEach((key, tag) -> {
            if (!(tag instanceof HclValue.Text text)) {
                throw problem("the tag " + key + " must be a string, not a " + tag.kind());
            }
            tags.put(key, text.value());
        });
        return tags;
    }

    /** The names that a list of references holds, such as {@code control.x}. */
    List<HclValue.Reference> references(String attribute) {
        HclValue value = value(attribute);
        if (value instanceof HclValue.Null) {
            return List.of();
        }
        if (!(value instanceof HclValue.Sequence list)) {
            throw problem(attribute + " must be a list, not a " + value.kind());
        }
        return list.elements().stream()
                .map(element -> reference(attribute, element))
                .toList();
    }

    /** The value of an attribute, null if it is not set. */
    HclValue value(String attribute) {
        return block.body()
                .attribute(attribute)
                .map(found -> evaluator.value(found.value()))
                .orElse(HclValue.Null.NULL);
    }

    HclValue.Reference reference(String attribute, HclValue value) {
        if (value instanceof HclValue.Reference reference) {
            return reference;
        }
        throw problem(attribute + " needs references, not a " + value.kind());
    }

    /** Refuses what would change the meaning if it were passed over. */
    void refuse(Set<String> attributes, Set<String> blocks) {
        block.body().attributes().values().stream()
                .filter(attribute -> attributes.contains(attribute.name()))
                .findFirst()
                .ifPresent(attribute -> {
                    throw new HclException(attribute.name() + " is not supported yet", attribute.position());
                });
        block.body().blocks().stream()
                .filter(inner -> blocks.contains(inner.type()))
                .findFirst()
                .ifPresent(inner -> {
                    throw new HclException(inner.type() + " blocks are not supported yet", inner.position());
                });
    }

    HclException problem(String what) {
        return new HclException(what, block.position());
    }
}
