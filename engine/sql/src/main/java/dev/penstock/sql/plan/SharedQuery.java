package dev.penstock.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/** A reference to a query that runs once for all of its references; for the planner a table. */
final class SharedQuery extends AbstractRelNode {
    private final Source source;

    SharedQuery(Source source) {
        super(source.query.getCluster(), source.query.getTraitSet());
        this.source = source;
        this.rowType = source.query.getRowType();
    }

    /** What the references share. */
    Source source() {
        return source;
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer).item("query", source.label());
    }

    /** The query behind references, which collects the fields that they need until it is planned. */
    static final class Source {
        private final String label;
        private final RelNode query;
        private ImmutableBitSet used = ImmutableBitSet.of();
        private @Nullable RelNode plan;

        /**
         * A query.
         *
         * @param label its name; another one for each query of a statement
         */
        Source(String label, RelNode query) {
            this.label = label;
            this.query = query;
        }

        String label() {
            return label;
        }

        RelNode query() {
            return query;
        }

        /** A reference needs these fields. */
        void use(ImmutableBitSet fields) {
            used = used.union(fields);
        }

        /** A reference needs every field. */
        void useAll() {
            use(ImmutableBitSet.range(query.getRowType().getFieldCount()));
        }

        /** Plans the query, once every reference has told what it needs. */
        void optimize() {
            plan = Optimizer.optimize(SetFunctionExpansion.expand(narrowed()));
        }

        /** The planned query. */
        RelNode plan() {
            return Objects.requireNonNull(plan, "it is planned before it is run or shown");
        }

        /** The query with NULL for fields that no reference needs. */
        private RelNode narrowed() {
            int width = query.getRowType().getFieldCount();
            if (used.cardinality() == width) {
                return query;
            }
            RexBuilder expressions = query.getCluster().getRexBuilder();
            List<RexNode> fields = new ArrayList<>();
            IntStream.range(0, width)
                    .forEach(field -> fields.add(
                            used.get(field)
                                    ? expressions.makeInputRef(query, field)
                                    : expressions.makeNullLiteral(query.getRowType()
                                            .getFieldList()
                                            .get(field)
                                            .getType())));
            return LogicalProject.create(
                    query, List.of(), fields, query.getRowType().getFieldNames(), Set.of());
        }
    }
}
