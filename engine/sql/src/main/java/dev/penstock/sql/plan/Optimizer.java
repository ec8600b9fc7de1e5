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
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.sql2rel.RelDecorrelator;
import org.apache.calcite.sql2rel.RelFieldTrimmer;
import org.apache.calcite.tools.RelBuilder;

/**
 * Rewrites a converted statement until its scans read no more than it needs: sub-queries become joins, filters go
 * down, unread columns go away, and what the filters fix reaches the scans. No rule evaluates constants: an expression
 * that fails must fail as PostgreSQL's would, not while planning.
 */
final class Optimizer {
    private static final List<RelOptRule> SUB_QUERIES = List.of(
            CoreRules.FILTER_SUB_QUERY_TO_CORRELATE,
            CoreRules.PROJECT_SUB_QUERY_TO_CORRELATE,
            CoreRules.JOIN_SUB_QUERY_TO_CORRELATE);

    private static final List<RelOptRule> PUSH_DOWN = List.of(
            CoreRules.FILTER_INTO_JOIN,
            CoreRules.JOIN_CONDITION_PUSH,
            CoreRules.JOIN_PUSH_EXPRESSIONS,
            CoreRules.FILTER_MERGE,
            CoreRules.FILTER_PROJECT_TRANSPOSE,
            CoreRules.FILTER_AGGREGATE_TRANSPOSE,
            CoreRules.FILTER_SET_OP_TRANSPOSE,
            CoreRules.FILTER_CORRELATE,
            CoreRules.PROJECT_MERGE,
            CoreRules.PROJECT_REMOVE);

    private static final List<RelOptRule> TRANSITIVE = List.of(CoreRules.JOIN_PUSH_TRANSITIVE_PREDICATES);

    private static final List<RelOptRule> PROJECTS = List.of(CoreRules.PROJECT_MERGE, CoreRules.PROJECT_REMOVE);

    private Optimizer() {}

    /** The same statement with scans that read less. */
    static RelNode optimize(RelNode root) {
        RelBuilder builder =
                RelFactories.LOGICAL_BUILDER.create(root.getCluster(), null).transform(config -> config.withBloat(-1));
        RelNode joined = apply(SUB_QUERIES, root);
        RelNode flat = RelDecorrelator.decorrelateQuery(joined, builder);
        RelNode pushed = apply(PUSH_DOWN, apply(TRANSITIVE, apply(PUSH_DOWN, flat)));
        RelNode trimmed = new RelFieldTrimmer(null, builder).trim(pushed);
        return tellScans(apply(PROJECTS, trimmed));
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
