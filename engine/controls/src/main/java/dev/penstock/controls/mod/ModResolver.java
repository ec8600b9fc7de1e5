package dev.penstock.controls.mod;

import dev.penstock.controls.model.Arguments;
import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.Parameter;
import dev.penstock.controls.model.Query;
import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.Expression;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Blocks to queries, controls and benchmarks, each made when it is first asked for. What is broken is reported, and is there as
 * a control with a fault, so that no run passes over it.
 */
final class ModResolver {
    private final ModScope scope;
    private final ModProblems problems;
    private final Map<String, ModResolver> required;
    private final ArgumentReader reader;
    private final Map<String, Query> queries = new HashMap<>();
    private final Map<String, Control> controls = new HashMap<>();
    private final Map<String, Benchmark> benchmarks = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    ModResolver(ModScope scope, ModProblems problems, Map<String, ModResolver> required) {
        this.scope = scope;
        this.problems = problems;
        this.required = Map.copyOf(required);
        this.reader = new ArgumentReader(scope);
    }

    ModScope scope() {
        return scope;
    }

    ModProblems problems() {
        return problems;
    }

    /** The block of a resource, if there is one. */
    Optional<Block> block(String type, String name) {
        return Optional.ofNullable(scope.source().resources().get(type + "." + name));
    }

    /**
     * A query of this mod.
     *
     * @throws HclException if it is broken
     */
    Query query(String name) {
        Query known = queries.get(name);
        if (known == null) {
            known = block("query", name).map(this::query).orElseGet(() -> ofFile(name));
            queries.put(name, known);
        }
        return known;
    }

    private Query ofFile(String name) {
        return new Query(scope.label(), name, "", "", scope.sqlOf(name));
    }

    private Query query(Block block) {
        scope.source().fault(block).ifPresent(fault -> {
            throw new HclException(
                    List.of(block.header().problem("query." + name(block) + " is broken: " + fault, "")));
        });
        String sql = text(block, "sql");
        if (sql.isBlank()) {
            throw new HclException(List.of(block.header().problem("query." + name(block) + " has no sql", "")));
        }
        var query = new Query(
                scope.label(),
                name(block),
                text(block, "title"),
                text(block, "description"),
                documentation(block),
                Tags.of(scope.value(block, "tags"), block),
                sql,
                reader.parameters(block),
                reader.arguments(block));
        reader.check(block, query, query.arguments());
        return query;
    }

    /** A control of this mod; one that is broken has a fault. */
    Control control(String name) {
        Control known = controls.get(name);
        if (known == null) {
            Block block = scope.source().resources().get("control." + name);
            known = block == null ? broken(name, "there is no control." + name) : control(block);
            controls.put(name, known);
        }
        return known;
    }

    private Control control(Block block) {
        var faults = new Faults(problems, scope.source().fault(block));
        String name = name(block);
        Query query = faults.orElse(new Query(scope.label(), name, "", "", ""), () -> queryOf(block));
        Arguments arguments = faults.orElse(Arguments.NONE, () -> {
            Arguments given = reader.arguments(block);
            reader.check(block, query, given);
            return given;
        });
        String title = faults.orElse("", () -> text(block, "title"));
        return new Control(
                scope.label(),
                name,
                title.isEmpty() ? name : title,
                faults.orElse("", () -> text(block, "description")),
                documentation(block),
                faults.orElse(Map.of(), () -> tags(block)),
                faults.orElse("", () -> text(block, "severity")),
                query,
                arguments,
                faults.first());
    }

    /** What a control asks: the query or the SQL that stands in it, or else in its base. */
    private Query queryOf(Block block) {
        Optional<Attribute> query = block.body().attribute("query");
        Optional<Attribute> sql = block.body().attribute("sql");
        if (query.isPresent() && sql.isPresent()) {
            throw new HclException(
                    List.of(sql.get().nameSpan().problem("control." + name(block) + " has both query and sql", "")));
        }
        if (query.isEmpty() && sql.isEmpty()) {
            ModScope.Place base = scope.base(block)
                    .orElseThrow(() -> new HclException(List.of(block.header()
                            .problem(block.type() + "." + name(block) + " has neither query nor sql", ""))));
            return resolver(base.scope()).queryOf(base.block());
        }
        Attribute written = query.orElseGet(sql::get);
        HclValue value = scope.evaluator().value(written.value());
        Query asked = query.isPresent() || value instanceof HclValue.Reference
                ? named(value, written)
                : asText(value).orElseGet(() -> anonymous(block, written, value));
        return withOwnParameters(block, asked, query.isPresent());
    }

    private ModResolver resolver(ModScope other) {
        return required.values().stream()
                .filter(one -> one.scope == other)
                .findFirst()
                .orElse(this);
    }

    private Query named(HclValue value, Attribute written) {
        if (value instanceof HclValue.Reference reference
                && ModScope.type(reference).equals("query")) {
            List<String> names = reference.names();
            return resolver(scope.scope(reference)).query(names.get(names.size() - 1));
        }
        String what = value instanceof HclValue.Reference reference ? reference.text() : "a " + value.kind();
        throw new HclException(
                List.of(written.value().span().problem("a query is needed, not " + what, "write query.<name>")));
    }

    /** SQL that is the name of a query means that query. */
    private Optional<Query> asText(HclValue value) {
        boolean named = value instanceof HclValue.Text text
                && text.value().startsWith("query.")
                && scope.names("query").contains(text.value().substring("query.".length()));
        return named
                ? Optional.of(query(((HclValue.Text) value).value().substring("query.".length())))
                : Optional.empty();
    }

    private Query anonymous(Block block, Attribute written, HclValue value) {
        String text = asText(value, written);
        if (text.isBlank()) {
            throw new HclException(List.of(written.value().span().problem("the sql is empty", "")));
        }
        return new Query(scope.label(), name(block), "", "", text);
    }

    private Query withOwnParameters(Block block, Query query, boolean named) {
        List<Parameter> own = reader.parameters(block);
        if (own.isEmpty()) {
            return query;
        }
        if (named) {
            problems.warning(block.position() + ": param in a " + block.type() + " with a query is out of use; "
                    + "declare it in " + query.fullName());
        }
        return new Query(
                query.mod(),
                query.name(),
                query.title(),
                query.description(),
                query.documentation(),
                query.tags(),
                query.sql(),
                own,
                query.arguments());
    }

    /** A benchmark of this mod. */
    Benchmark benchmark(String name) {
        Benchmark known = benchmarks.get(name);
        if (known == null) {
            Block block = scope.source().resources().get("benchmark." + name);
            if (block == null) {
                throw new IllegalArgumentException(name);
            }
            underWay.add(name);
            try {
                known = benchmark(block);
            } finally {
                underWay.remove(name);
            }
            benchmarks.put(name, known);
        }
        return known;
    }

    private Benchmark benchmark(Block block) {
        var faults = new Faults(problems, scope.source().fault(block));
        String name = name(block);
        String title = faults.orElse("", () -> text(block, "title"));
        String description = faults.orElse("", () -> text(block, "description"));
        Map<String, String> tags = faults.orElse(Map.of(), () -> tags(block));
        List<CheckNode> children = new ArrayList<>();
        faults.first().ifPresent(fault -> children.add(broken("benchmark." + name, fault)));
        children.addAll(children(block));
        return new Benchmark(
                scope.label(), name, title.isEmpty() ? name : title, description, documentation(block), tags, children);
    }

    private List<CheckNode> children(Block block) {
        Optional<Attribute> written = block.body().attribute("children");
        if (written.isEmpty()) {
            Optional<ModScope.Place> base = problems.orElse(Optional.empty(), () -> scope.base(block));
            return base.map(found -> resolver(found.scope()).children(found.block()))
                    .orElse(List.of());
        }
        Map<String, CheckNode> children = new java.util.LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Expression each : elements(written.get().value())) {
            for (CheckNode child : child(each)) {
                if (!seen.add(child.fullName())) {
                    problems.errors(List.of(each.span()
                            .problem("benchmark." + name(block) + " has the child " + child.name() + " twice", "")));
                }
                children.putIfAbsent(child.fullName(), child);
            }
        }
        return List.copyOf(children.values());
    }

    /** The elements of a list as they are written, so that one which is broken leaves the others whole. */
    private static List<Expression> elements(Expression written) {
        return written instanceof Expression.ListOf list ? list.elements() : List.of(written);
    }

    private List<CheckNode> child(Expression written) {
        try {
            HclValue value = scope.evaluator().value(written);
            List<HclValue> all = value instanceof HclValue.Sequence list ? list.elements() : List.of(value);
            List<CheckNode> children = new ArrayList<>();
            for (HclValue each : all) {
                children.add(child(written, each));
            }
            return children;
        } catch (HclException e) {
            problems.errors(e.diagnostics());
            return List.of(broken(written.span().text(), e.diagnostics().get(0).message()));
        }
    }

    private CheckNode child(Expression written, HclValue value) {
        String type = value instanceof HclValue.Reference reference ? ModScope.type(reference) : "";
        if (!(value instanceof HclValue.Reference reference)
                || !Set.of("control", "benchmark").contains(type)) {
            throw new HclException(List.of(written.span()
                    .problem(
                            "a child of a benchmark is a control or a benchmark, not "
                                    + (value instanceof HclValue.Reference other ? other.text() : "a " + value.kind()),
                            "")));
        }
        String name = reference.names().get(reference.names().size() - 1);
        ModResolver owner = resolver(scope.scope(reference));
        if (type.equals("control")) {
            return owner.control(name);
        }
        if (owner == this && underWay.contains(name)) {
            throw new HclException(List.of(written.span().problem("benchmark." + name + " contains itself", "")));
        }
        return owner.benchmark(name);
    }

    /** Something that a benchmark holds and that can't run. */
    private Control broken(String name, String fault) {
        return new Control(
                scope.label(),
                name,
                name,
                "",
                "",
                Map.of(),
                "",
                new Query(scope.label(), name, "", "", ""),
                Arguments.NONE,
                Optional.of(fault));
    }

    private Map<String, String> tags(Block block) {
        Map<String, String> tags = new TreeMap<>();
        scope.base(block).ifPresent(base -> tags.putAll(resolver(base.scope()).tags(base.block())));
        if (block.body().attribute("tags").isPresent()) {
            tags.putAll(Tags.of(scope.value(block, "tags"), block));
        }
        return tags;
    }

    /** Documentation can be missing without harm to a run, as in a checkout of some of the folders. */
    String documentation(Block block) {
        try {
            return text(block, "documentation");
        } catch (HclException e) {
            e.diagnostics().forEach(diagnostic -> problems.warning(diagnostic.message()));
            return "";
        }
    }

    /** The text of an attribute, empty if it is not set or null. */
    String text(Block block, String attribute) {
        HclValue value = scope.value(block, attribute);
        if (value.isNull()) {
            return "";
        }
        return block.body()
                .attribute(attribute)
                .map(written -> asText(value, written))
                .orElseGet(() -> Conversion.text(value));
    }

    private static String asText(HclValue value, Attribute written) {
        try {
            return Conversion.text(value);
        } catch (ValueException e) {
            throw new HclException(List.of(written.value().span().problem(e.problem(), "")));
        }
    }

    private static String name(Block block) {
        return block.labels().get(0);
    }
}
