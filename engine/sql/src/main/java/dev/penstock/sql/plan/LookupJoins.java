package dev.penstock.sql.plan;

import java.util.Optional;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.rules.JoinCommuteRule;
import org.apache.calcite.tools.RelBuilder;

/** Puts the side of a join that can be looked up on the right, because the left side gives the keys. */
final class LookupJoins extends RelHomogeneousShuttle {
    private final RelBuilder builder;

    private LookupJoins(RelBuilder builder) {
        this.builder = builder;
    }

    /** The same plan, each of whose joins can look its right side up if one of its sides can be. */
    static RelNode order(RelNode root, RelBuilder builder) {
        return root.accept(new LookupJoins(builder));
    }

    /** How a join's right side can be looked up. */
    static Optional<LookupTarget> right(Join join) {
        JoinInfo info = join.analyzeCondition();
        return switch (join.getJoinType()) {
            case INNER, LEFT, SEMI, ANTI ->
                LookupTarget.of(join.getRight(), info.rightKeys, info.nullExclusionFlags)
                        .filter(target -> !target.isWholeParent(join.getLeft()));
            default -> Optional.empty();
        };
    }

    @Override
    public RelNode visit(RelNode node) {
        RelNode visited = super.visit(node);
        if (!(visited instanceof Join join) || !swaps(join)) {
            return visited;
        }
        RelNode swapped = JoinCommuteRule.swap(join, true, builder);
        return swapped == null ? join : swapped;
    }

    private static boolean swaps(Join join) {
        JoinRelType type = join.getJoinType();
        if (type != JoinRelType.INNER && type != JoinRelType.RIGHT) {
            return false;
        }
        JoinInfo info = join.analyzeCondition();
        Optional<LookupTarget> left = LookupTarget.of(join.getLeft(), info.leftKeys, info.nullExclusionFlags)
                .filter(target -> !target.isWholeParent(join.getRight()));
        if (left.isEmpty()) {
            return false;
        }
        Optional<LookupTarget> right = type == JoinRelType.RIGHT ? Optional.empty() : right(join);
        if (right.isEmpty() || left.get().isRequired()) {
            return right.isEmpty() || !right.get().isRequired();
        }
        return !right.get().isRequired() && isNarrow(join.getRight()) && !isNarrow(join.getLeft());
    }

    /** Whether a side gives some of its rows only. */
    private static boolean isNarrow(RelNode node) {
        return node instanceof Filter
                || (node instanceof ApiTableScan scan && !scan.keys().isEmpty())
                || node.getInputs().stream().anyMatch(LookupJoins::isNarrow);
    }
}
