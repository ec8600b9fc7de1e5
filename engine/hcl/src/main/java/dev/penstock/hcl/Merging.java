package dev.penstock.hcl;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files to one body. */
final class Merging {
    private Merging() {}

    static Parsed<Body> merge(List<Parsed<Body>> files) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        List<Block> blocks = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Parsed<Body> file : files) {
            diagnostics.addAll(file.diagnostics());
            blocks.addAll(file.value().blocks());
            for (Attribute attribute : file.value().attributes().values()) {
                Attribute other = attributes.putIfAbsent(attribute.name(), attribute);
                if (other != null) {
                    diagnostics.add(attribute
                            .nameSpan()
                            .problem(
                                    "the attribute " + attribute.name() + " is set twice",
                                    "it is also in " + other.position()));
                }
            }
        }
        return new Parsed<>(new Body(attributes, blocks), diagnostics);
    }
}
