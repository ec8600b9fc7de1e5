package dev.penstock.sql.dialect;

import java.util.List;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.sql.SqlWithItem;

/** The query of a WITH item, where it is referred to. It is converted anew for each reference. */
public final class NamedQuery extends SingleRel {
    private final SqlWithItem item;

    NamedQuery(RelNode query, SqlWithItem item) {
        super(query.getCluster(), query.getTraitSet(), query);
        this.item = item;
    }

    /** What is the same for every reference to one item, and for no other. */
    public Object identity() {
        return item;
    }

    /** The name that the statement gives it. */
    public String name() {
        return item.name.getSimple();
    }

    @Override
    public RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
        return new NamedQuery(sole(inputs), item);
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer).item("name", name());
    }
}
