package dev.penstock.config;

import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Evaluator;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.NamedScope;
import dev.penstock.hcl.SourcePosition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of a block's attributes: texts and lists of texts. An attribute that is null counts as not there. */
record Values(Block block, Evaluator evaluator) {

    Values(Block block) {
        this(
                block,
                NamedScope.builder()
                        .opaque(name -> name.root().equals("plugin"))
                        .build()
                        .evaluator());
    }

    /** The one label. */
    String label() {
        if (block.labels().size() != 1) {
            throw problem("a block " + block.type() + " needs one name in quotes");
        }
        return block.labels().get(0);
    }

    SourcePosition position() {
        return block.position();
    }

    HclException problem(String what) {
        return new HclException(what, block.position());
    }

    /** A problem of an attribute, at its place. */
    HclException problem(String attribute, String what) {
        return new HclException(
                what, block.body().attribute(attribute).map(Attribute::position).orElse(block.position()));
    }

    Optional<String> text(String attribute) {
        return value(attribute).map(value -> textOf(attribute, value));
    }

    private String textOf(String attribute, HclValue value) {
        if (value instanceof HclValue.Text text) {
            return text.value();
        }
        if (value instanceof HclValue.Num number) {
            return number.text();
        }
        if (value instanceof HclValue.Bool truth) {
            return String.valueOf(truth.value());
        }
        throw problem(attribute, attribute + " must be one text, number or boolean, not a " + value.kind());
    }

    /** The label of a plugin block that an attribute refers to, as {@code plugin.x} does. */
    Optional<String> reference(String attribute) {
        return value(attribute)
                .filter(value -> value instanceof HclValue.Reference reference
                        && reference.names().size() == 2)
                .map(value -> ((HclValue.Reference) value).names().get(1));
    }

    /** The values of a list; none if it is not there. */
    List<String> list(String attribute) {
        return value(attribute).map(value -> listOf(attribute, value)).orElse(List.of());
    }

    private List<String> listOf(String attribute, HclValue value) {
        if (!(value instanceof HclValue.Sequence list)) {
            throw problem(attribute, attribute + " must be a list, not a " + value.kind());
        }
        return list.elements().stream()
                .map(element -> textOf(attribute, element))
                .toList();
    }

    private Optional<HclValue> value(String attribute) {
        return block.body()
                .attribute(attribute)
                .map(found -> evaluator.value(found.value()))
                .filter(value -> !value.isNull());
    }

    /** The attributes that are single values, but those that are taken. */
    Map<String, String> texts(Set<String> taken) {
        var texts = new LinkedHashMap<String, String>();
        for (Attribute attribute : except(taken)) {
            value(attribute.name())
                    .filter(value -> !(value instanceof HclValue.Sequence))
                    .ifPresent(value -> texts.put(attribute.name(), textOf(attribute.name(), value)));
        }
        return texts;
    }

    /** The attributes that are lists, but those that are taken. */
    Map<String, List<String>> lists(Set<String> taken) {
        var lists = new LinkedHashMap<String, List<String>>();
        for (Attribute attribute : except(taken)) {
            value(attribute.name())
                    .filter(value -> value instanceof HclValue.Sequence)
                    .ifPresent(value -> lists.put(attribute.name(), listOf(attribute.name(), value)));
        }
        return lists;
    }

    List<Attribute> except(Set<String> taken) {
        return block.body().attributes().values().stream()
                .filter(attribute -> !taken.contains(attribute.name()))
                .toList();
    }
}
