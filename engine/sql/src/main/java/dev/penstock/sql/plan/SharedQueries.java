package dev.penstock.sql.plan;

import dev.penstock.sql.dialect.NamedQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.schema.TransientTable;
import org.jspecify.annotations.Nullable;

/**
 * Queries of WITH: one that is referred to once becomes part of the statement, so that filters and columns reach its
 * scans; one that is referred to more often runs once, as on PostgreSQL, unless it depends on the row of a query around.
 */
final class SharedQueries {
    private final IdentityHashMap<Object, Integer> references = new IdentityHashMap<>();
    private final IdentityHashMap<Object, SharedQuery.Source> shared = new IdentityHashMap<>();
    private final List<SharedQuery.Source> sources = new ArrayList<>();

    private SharedQueries() {}

    /**
     * A statement without named queries.
     *
     * @param sources what runs once; each may refer to those before it
     */
    record Shared(RelNode tree, List<SharedQuery.Source> sources) {}

    static Shared of(RelNode root) {
        var queries = new SharedQueries();
        queries.count(root);
        RelNode tree = queries.replaced(root);
        return new Shared(tree, List.copyOf(queries.sources));
    }

    /** Counts references. A query counts once what it refers to, however often it is referred to itself. */
    private void count(RelNode node) {
        if (node instanceof NamedQuery named && references.merge(named.identity(), 1, Integer::sum) > 1) {
            return;
        }
        node.accept(new RexShuttle() {
            @Override
            public RexNode visitSubQuery(RexSubQuery query) {
                count(query.rel);
                return super.visitSubQuery(query);
            }
        });
        node.getInputs().forEach(this::count);
    }

    private RelNode replaced(RelNode node) {
        if (node instanceof NamedQuery named) {
            return reference(named);
        }
        List<RelNode> inputs = node.getInputs().stream().map(this::replaced).toList();
        RelNode copied = inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
        return copied.accept(new RexShuttle() {
            @Override
            public RexNode visitSubQuery(RexSubQuery query) {
                RexSubQuery visited = (RexSubQuery) super.visitSubQuery(query);
                return visited.clone(replaced(visited.rel));
            }
        });
    }

    private RelNode reference(NamedQuery named) {
        SharedQuery.Source known = shared.get(named.identity());
        if (known != null) {
            return new SharedQuery(known);
        }
        RelNode query = replaced(named.getInput());
        if (references.getOrDefault(named.identity(), 0) < 2 || !standsAlone(query)) {
            return query;
        }
        boolean taken = sources.stream().anyMatch(source -> source.label().equals(named.name()));
        var source = new SharedQuery.Source(taken ? named.name() + " " + sources.size() : named.name(), query);
        shared.put(named.identity(), source);
        sources.add(source);
        return new SharedQuery(source);
    }

    /** Whether a query gives the same rows wherever it is referred to. */
    private static boolean standsAlone(RelNode query) {
        return RelOptUtil.getVariablesUsed(query).isEmpty() && !readsStepOfAnother(query);
    }

    /** Whether it reads the rows that a recursive query around it found last. */
    private static boolean readsStepOfAnother(RelNode query) {
        Set<@Nullable TransientTable> read = new HashSet<>();
        Set<@Nullable TransientTable> own = new HashSet<>();
        collect(query, read, own);
        read.remove(null);
        return !own.containsAll(read);
    }

    private static void collect(RelNode node, Set<@Nullable TransientTable> read, Set<@Nullable TransientTable> own) {
        if (node instanceof TableScan scan) {
            read.add(scan.getTable().unwrap(TransientTable.class));
        }
        if (node instanceof RepeatUnion union && union.getTransientTable() != null) {
            own.add(union.getTransientTable().unwrap(TransientTable.class));
        }
        node.accept(new RexShuttle() {
            @Override
            public RexNode visitSubQuery(RexSubQuery query) {
                collect(query.rel, read, own);
                return super.visitSubQuery(query);
            }
        });
        node.getInputs().forEach(input -> collect(input, read, own));
    }
}
