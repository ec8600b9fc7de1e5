package dev.penstock.sql.plan;

import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptRuleOperand;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Tells a scan how many of its rows a limit above it can use. Only where nothing stands between that drops or orders
 * rows. The limit stays.
 */
final class LimitScanRule extends RelOptRule {
    static final LimitScanRule ON_SCAN =
            new LimitScanRule(operand(Sort.class, operand(ApiTableScan.class, none())), "LimitScanRule");
    static final LimitScanRule ON_PROJECT = new LimitScanRule(
            operand(Sort.class, operand(Project.class, operand(ApiTableScan.class, none()))), "LimitProjectScanRule");

    private LimitScanRule(RelOptRuleOperand operand, String description) {
        super(operand, description);
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
        Sort sort = call.rel(0);
        ApiTableScan scan = call.rel(call.rels.length - 1);
        Long fetch = constant(sort.fetch);
        Long offset = sort.offset == null ? Long.valueOf(0) : constant(sort.offset);
        if (!sort.getCollation().getFieldCollations().isEmpty() || fetch == null || offset == null) {
            return;
        }
        long wanted = fetch > Long.MAX_VALUE - offset ? Long.MAX_VALUE : Math.max(1, fetch + offset);
        if (scan.limit().orElse(Long.MAX_VALUE) <= wanted) {
            return;
        }
        RelNode input = scan.withLimit(wanted);
        if (call.rels.length == 3) {
            Project project = call.rel(1);
            input = project.copy(project.getTraitSet(), List.of(input));
        }
        call.transformTo(sort.copy(sort.getTraitSet(), List.of(input)));
    }

    private static @Nullable Long constant(@Nullable RexNode expression) {
        return expression instanceof RexLiteral literal ? literal.getValueAs(Long.class) : null;
    }
}
