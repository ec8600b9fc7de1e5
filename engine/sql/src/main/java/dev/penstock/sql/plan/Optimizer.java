package dev.penstock.sql.plan;

import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.hep.HepMatchOrder;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.rules.FilterAggregateTransposeRule;
import org.apache.calcite.rel.rules.FilterCorrelateRule;
import org.apache.calcite.rel.rules.FilterJoinRule.FilterIntoJoinRule.FilterIntoJoinRuleConfig;
import org.apache.calcite.rel.rules.FilterJoinRule.JoinConditionPushRule.JoinConditionPushRuleConfig;
import org.apache.calcite.rel.rules.FilterMergeRule;
import org.apache.calcite.rel.rules.FilterProjectTransposeRule;
import org.apache.calcite.rel.rules.FilterSetOpTransposeRule;
import org.apache.calcite.rel.rules.JoinPushExpressionsRule;
import org.apache.calcite.rel.rules.ProjectMergeRule;
import org.apache.calcite.rel.rules.ProjectRemoveRule;
import org.apache.calcite.rel.rules.SubQueryRemoveRule;
import org.apache.calcite.tools.RelBuilder;

/**
 * Rewrites a converted statement until its scans read no more than it needs: sub-queries become joins, filters go
 * down, unread columns go away, and what the filters fix reaches the scans. No rule evaluates constants: an expression
 * that fails must fail as PostgreSQL's would, not while planning. The rules are made one by one, because the list of all
 * of Calcite's takes longer to load than a query to plan.
 */
final class Optimizer {
    private static final List<RelOptRule> SUB_QUERIES = List.of(
            SubQueryRemoveRule.Config.FILTER.toRule(),
            SubQueryRemoveRule.Config.PROJECT.toRule(),
            SubQueryRemoveRule.Config.JOIN.toRule());

    private static final List<RelOptRule> PUSH_DOWN = List.of(
            FilterIntoJoinRuleConfig.DEFAULT.toRule(),
            JoinConditionPushRuleConfig.DEFAULT.toRule(),
            JoinPushExpressionsRule.Config.DEFAULT.toRule(),
            FilterMergeRule.Config.DEFAULT.toRule(),
            FilterProjectTransposeRule.Config.DEFAULT.toRule(),
            FilterAggregateTransposeRule.Config.DEFAULT.toRule(),
            FilterSetOpTransposeRule.Config.DEFAULT.toRule(),
            FilterCorrelateRule.Config.DEFAULT.toRule(),
            ProjectMergeRule.Config.DEFAULT.toRule(),
            ProjectRemoveRule.Config.DEFAULT.toRule());

    private static final List<RelOptRule> PROJECTS =
            List.of(ProjectMergeRule.Config.DEFAULT.toRule(), ProjectRemoveRule.Config.DEFAULT.toRule());

    private Optimizer() {}

    /** The same statement with scans that read less. */
    static RelNode optimize(RelNode root) {
        RelBuilder builder = RelFactories.LOGICAL_BUILDER
                .create(root.getCluster(), null)
                .transform(config -> config.withBloat(-1).withSimplify(false).withAggregateUnique(true));
        RelNode joined = joined(NestedSubQueries.lift(RowSubQueries.mark(OuterRows.handDown(root))));
        RelNode flat = Decorrelation.of(ConstantGroups.remove(joined), builder);
        RelNode pushed = pushDown(ConstantsAcrossJoins.add(pushDown(flat)));
        RelNode trimmed = new FieldTrimmer(builder).trim(pushed);
        return scansApart(apply(PROJECTS, LookupJoins.order(tellScans(apply(PROJECTS, trimmed)), builder)));
    }

    /** Queries inside expressions become joins, functions in FROM steps; all that a query without tables needs. */
    static RelNode joined(RelNode query) {
        return LateralFunctions.flatten(apply(SUB_QUERIES, LateralFunctions.flatten(query)));
    }

    private static RelNode pushDown(RelNode root) {
        RelNode pushed = apply(PUSH_DOWN, root);
        RelNode belowSets = LateralFunctions.pushFilters(pushed);
        return belowSets == pushed ? pushed : pushDown(belowSets);
    }

    /** Hands keys and limits to the scans below them. */
    private static RelNode tellScans(RelNode node) {
        List<RelNode> inputs =
                node.getInputs().stream().map(Optimizer::tellScans).toList();
        RelNode told = inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
        if (told instanceof Filter filter && filter.getInput() instanceof ApiTableScan scan) {
            return KeyFilter.push(filter, scan);
        }
        return told instanceof Sort sort ? LimitOnScan.push(sort) : told;
    }

    /** Each place that reads a table has a scan of its own, which may be told keys that no other place wants. */
    private static RelNode scansApart(RelNode node) {
        if (node instanceof ApiTableScan scan) {
            return scan.apart();
        }
        List<RelNode> inputs =
                node.getInputs().stream().map(Optimizer::scansApart).toList();
        return inputs.isEmpty() ? node : node.copy(node.getTraitSet(), inputs);
    }

    private static RelNode apply(List<RelOptRule> rules, RelNode root) {
        HepProgram program = new HepProgramBuilder()
                .addMatchOrder(HepMatchOrder.TOP_DOWN)
                .addRuleCollection(rules)
                .build();
        var planner = new HepPlanner(program);
        planner.setRoot(root);
        return planner.findBestExp();
    }
}
