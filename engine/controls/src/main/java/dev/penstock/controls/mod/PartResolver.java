package dev.penstock.controls.mod;

import dev.penstock.controls.model.Part;
import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.Expression;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import dev.penstock.hcl.function.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Blocks to resources that are read, checked and listed, but not run; what has a value only at run time is left open. */
record PartResolver(ModResolver resolver) {
    private static final Set<String> APART = Set.of("title", "description", "documentation", "tags");

    /** The resource of a block and all that stands in it. */
    Part part(Block block) {
        return part(
                block, block.labels().isEmpty() ? block.type() : block.labels().get(0));
    }

    private Part part(Block block, String name) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : block.body().attributes().values()) {
            if (!APART.contains(attribute.name())) {
                attributes.put(attribute.name(), problems().orElse("", () -> shown(block, attribute)));
            }
        }
        problems().orElse("", () -> {
            asked(block);
            return "";
        });
        return new Part(
                scope().label(),
                block.type(),
                name,
                text(block, "title"),
                text(block, "description"),
                resolver.documentation(block),
                problems().orElse(Map.of(), () -> Tags.of(scope().value(block, "tags"), block)),
                attributes,
                children(block, name));
    }

    private ModScope scope() {
        return resolver.scope();
    }

    private ModProblems problems() {
        return resolver.problems();
    }

    /** Blocks without a name get one that is made of their parent's, their type and their place. */
    private List<Part> children(Block block, String name) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Part> children = new ArrayList<>();
        for (Block inner : block.body().blocks()) {
            int place = counts.merge(inner.type(), 1, Integer::sum) - 1;
            String made = name + "_" + inner.type() + "_" + place;
            children.add(
                    part(inner, inner.labels().isEmpty() ? made : inner.labels().get(0)));
        }
        return children;
    }

    private String shown(Block block, Attribute attribute) {
        HclValue value = scope().evaluator().value(attribute.value());
        if (attribute.name().equals("base")) {
            scope().base(block);
        }
        if (value instanceof HclValue.Reference reference) {
            return reference.text();
        }
        try {
            return value instanceof HclValue.Text text ? text.value() : JsonText.of(value);
        } catch (ValueException e) {
            return attribute.value().span().text();
        }
    }

    private String text(Block block, String attribute) {
        return problems().orElse("", () -> {
            Optional<Attribute> written = block.body().attribute(attribute);
            HclValue value = scope().value(block, attribute);
            if (value.isNull()) {
                return "";
            }
            boolean open = !value.isWhollyKnown() && written.isPresent();
            return open ? written.get().value().span().text() : Conversion.text(value);
        });
    }

    /** Checks what a block asks: a query, and arguments that the query's parameters take. */
    private void asked(Block block) {
        Optional<Attribute> query = block.body().attribute("query");
        if (query.isEmpty()) {
            return;
        }
        HclValue value = scope().evaluator().value(query.get().value());
        if (!(value instanceof HclValue.Reference reference)
                || !ModScope.type(reference).equals("query")) {
            throw new HclException(List.of(query.get()
                    .value()
                    .span()
                    .problem("a query is needed, not " + value.kind(), "write query.<name>")));
        }
        scope().place(reference).ifPresent(place -> args(block, place));
    }

    private void args(Block block, ModScope.Place query) {
        Optional<Attribute> args = block.body().attribute("args");
        if (args.isEmpty() || !(args.get().value() instanceof Expression.ObjectOf object)) {
            return;
        }
        List<String> known = query.block().body().blocks("param").stream()
                .map(param -> param.labels().isEmpty() ? "" : param.labels().get(0))
                .toList();
        for (Expression.Entry entry : object.entries()) {
            boolean stray = entry.key() instanceof Expression.Literal literal
                    && literal.value() instanceof HclValue.Text name
                    && !known.contains(name.value());
            if (stray) {
                throw new HclException(List.of(entry.key()
                        .span()
                        .problem(
                                "query " + query.block().labels().get(0) + " has no parameter "
                                        + entry.key().span().text(),
                                dev.penstock.hcl.Suggestion.of(
                                        entry.key().span().text(), known))));
            }
        }
    }
}
