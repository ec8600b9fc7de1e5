package dev.penstock.sql.plan;

import dev.penstock.sql.execute.Operator;
import dev.penstock.sql.execute.OperatorMeter;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;

/** The meters of a plan's operators; none where nothing is measured. */
final class Meters {
    private final IdentityHashMap<RelNode, OperatorMeter> meters = new IdentityHashMap<>();
    private final boolean measuring;

    private Meters(boolean measuring) {
        this.measuring = measuring;
    }

    /** Measures nothing. */
    static Meters none() {
        return new Meters(false);
    }

    /** Measures every operator. */
    static Meters all() {
        return new Meters(true);
    }

    boolean isMeasuring() {
        return measuring;
    }

    /** The operator of a node, measured if anything is. */
    Operator around(RelNode node, Operator operator) {
        return measuring
                ? meters.computeIfAbsent(node, one -> new OperatorMeter()).around(operator)
                : operator;
    }

    /** What a node's operator did. */
    Optional<OperatorMeter> of(RelNode node) {
        return Optional.ofNullable(meters.get(node));
    }
}
