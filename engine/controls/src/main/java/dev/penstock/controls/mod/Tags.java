package dev.penstock.controls.mod;

import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tags: texts by key. */
final class Tags {
    private Tags() {}

    /** The tags that a value spells. */
    static Map<String, String> of(HclValue value, Block block) {
        if (value.isNull()) {
            return Map.of();
        }
        if (!(value instanceof HclValue.Dictionary object)) {
            throw problem(block, "tags must be an object, not a " + value.kind());
        }
        var tags = new TreeMap<String, String>();
        object.entries().forEach((key, tag) -> {
            try {
                tags.put(key, Conversion.text(tag));
            } catch (ValueException e) {
                throw problem(block, "the tag " + key + " must be a string, not a " + tag.kind());
            }
        });
        return tags;
    }

    private static HclException problem(Block block, String what) {
        return new HclException(List.of(block.body()
                .attribute("tags")
                .map(found -> found.value().span())
                .orElse(block.header())
                .problem(what, "")));
    }
}
