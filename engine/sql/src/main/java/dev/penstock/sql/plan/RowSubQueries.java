package dev.penstock.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

/** Finds the queries inside expressions that are to run row by row: those that read no table. */
final class RowSubQueries extends RelHomogeneousShuttle {
    private static final Set<SqlKind> FORMS =
            Set.of(SqlKind.EXISTS, SqlKind.IN, SqlKind.SCALAR_QUERY, SqlKind.ARRAY_QUERY_CONSTRUCTOR);

    private RowSubQueries() {}

    /** The same tree with calls of {@link RowSubQuery} in place of such queries. */
    static RelNode mark(RelNode root) {
        return root.accept(new RowSubQueries());
    }

    @Override
    public RelNode visit(RelNode node) {
        RelNode visited = super.visit(node);
        if (!(visited instanceof Project) && !(visited instanceof Filter)) {
            return visited;
        }
        RelNode input = visited.getInput(0);
        return visited.accept(new RexShuttle() {
            @Override
            public RexNode visitSubQuery(RexSubQuery query) {
                RexSubQuery inner = query.clone(query.rel.accept(RowSubQueries.this));
                Set<CorrelationId> used = RelOptUtil.getVariablesUsed(inner.rel);
                if (used.size() > 1 || !FORMS.contains(inner.getKind()) || !readsNoTable(inner.rel)) {
                    return inner;
                }
                boolean own = used.stream()
                        .allMatch(id -> visited.getVariablesSet().contains(id) && isRowOf(input, inner.rel, id));
                return own ? marked(inner, used, input) : inner;
            }
        });
    }

    private static RexNode marked(RexSubQuery query, Set<CorrelationId> used, RelNode input) {
        needAll(query.rel);
        RexBuilder rexBuilder = input.getCluster().getRexBuilder();
        CorrelationId correlation = used.isEmpty() ? null : used.iterator().next();
        var fields = new TreeMap<Integer, RexNode>();
        if (correlation != null) {
            fieldsOf(query.rel, correlation).forEach(field -> fields.put(field, rexBuilder.makeInputRef(input, field)));
        }
        var operands = new ArrayList<>(query.getOperands());
        operands.addAll(fields.values());
        var operator = new RowSubQuery(
                query.rel,
                query.getKind(),
                query.getOperands().size(),
                correlation,
                List.copyOf(fields.keySet()),
                input.getRowType().getFieldCount());
        return rexBuilder.makeCall(query.getType(), operator, operands);
    }

    /** No trimmer sees what runs row by row. */
    private static void needAll(RelNode query) {
        if (query instanceof SharedQuery shared) {
            shared.source().useAll();
        }
        query.accept(new RexShuttle() {
            @Override
            public RexNode visitSubQuery(RexSubQuery inner) {
                needAll(inner.rel);
                return super.visitSubQuery(inner);
            }
        });
        query.getInputs().forEach(RowSubQueries::needAll);
    }

    /** Whether a correlation inside a query is a row of this input, not one from further out. */
    private static boolean isRowOf(RelNode input, RelNode query, CorrelationId correlation) {
        boolean[] is = {true};
        forEachAccess(
                query,
                correlation,
                access -> is[0] &= access.getReferenceExpr()
                        .getType()
                        .getFieldNames()
                        .equals(input.getRowType().getFieldNames()));
        return is[0];
    }

    private static Set<Integer> fieldsOf(RelNode query, CorrelationId correlation) {
        Set<Integer> fields = new TreeSet<>();
        forEachAccess(query, correlation, access -> fields.add(access.getField().getIndex()));
        return fields;
    }

    private static void forEachAccess(RelNode query, CorrelationId correlation, Consumer<RexFieldAccess> action) {
        var finder = new RexShuttle() {
            @Override
            public RexNode visitFieldAccess(RexFieldAccess access) {
                if (access.getReferenceExpr() instanceof RexCorrelVariable variable
                        && variable.id.equals(correlation)) {
                    action.accept(access);
                }
                return access;
            }

            @Override
            public RexNode visitSubQuery(RexSubQuery inner) {
                forEachAccess(inner.rel, correlation, action);
                return super.visitSubQuery(inner);
            }
        };
        query.accept(new RelHomogeneousShuttle() {
            @Override
            public RelNode visit(RelNode node) {
                node.accept(finder);
                return super.visit(node);
            }
        });
    }

    private static boolean readsNoTable(RelNode query) {
        boolean[] reads = new boolean[1];
        var finder = new RexShuttle() {
            @Override
            public RexNode visitSubQuery(RexSubQuery inner) {
                reads[0] |= !readsNoTable(inner.rel);
                return inner;
            }
        };
        query.accept(new RelHomogeneousShuttle() {
            @Override
            public RelNode visit(RelNode node) {
                reads[0] |= node instanceof TableScan
                        || (node instanceof SharedQuery shared
                                && !readsNoTable(shared.source().query()));
                node.accept(finder);
                return super.visit(node);
            }

            @Override
            public RelNode visit(TableScan scan) {
                reads[0] = true;
                return scan;
            }
        });
        return !reads[0];
    }
}
