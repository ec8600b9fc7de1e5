package dev.penstock.scan;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

/** Says what a scan of one connection will call, and how long that takes. */
final class ScanExplainer {
    /** Calls of an action per second, while no throttle has told how many the service takes. */
    private static final double ASSUMED_RATE = 25;

    private final String connection;
    private final Knowledge knowledge;
    private final ToDoubleFunction<String> rate;

    /**
     * An explainer for a connection.
     *
     * @param rate calls per second that an action is known to take; infinite while nothing is known
     */
    ScanExplainer(String connection, Knowledge knowledge, ToDoubleFunction<String> rate) {
        this.connection = connection;
        this.knowledge = knowledge;
        this.rate = rate;
    }

    ScanExplanation explain(ScanRequest request) {
        List<ScanPlan> plans = ScanPlanner.openPlans(request, knowledge);
        Choice<ScanPlan> choice = Choice.ofPlans(plans, new Estimate(knowledge));
        var estimate = new Estimate(knowledge.atHand());
        Choice.Chosen<ScanPlan> chosen = choice.best(knowledge);
        Optional<Map<String, Long>> known =
                plans.stream().anyMatch(plan -> !estimate.counts(plan).isEmpty())
                        ? knowledge.counts()
                        : Optional.of(Map.of());
        Map<String, Long> counts = known.orElseGet(choice::typical);
        Set<String> told = new HashSet<>(Set.of(chosen.option().describe()));
        List<ScanExplanation.Alternative> rejected = plans.stream()
                .filter(plan -> told.add(plan.describe()))
                .map(plan -> new ScanExplanation.Alternative(
                        plan, expected(estimate.byAction(plan, counts), known.isPresent())))
                .sorted(Comparator.comparingLong(
                        alternative -> alternative.expected().total()))
                .toList();
        return new ScanExplanation(
                connection,
                chosen.option(),
                chosen.reason(),
                expected(estimate.byAction(chosen.option(), counts), known.isPresent()),
                rejected);
    }

    private ExpectedCalls expected(SortedMap<String, Long> calls, boolean counted) {
        double seconds = 0;
        double perSecond = ASSUMED_RATE;
        boolean learned = false;
        for (Map.Entry<String, Long> action : calls.entrySet()) {
            double known = rate.applyAsDouble(action.getKey());
            boolean limited = known != Double.POSITIVE_INFINITY;
            double pace = limited ? known : ASSUMED_RATE;
            if (action.getValue() / pace > seconds) {
                seconds = action.getValue() / pace;
                perSecond = pace;
                learned = limited;
            }
        }
        return new ExpectedCalls(calls, counted, seconds, perSecond, learned);
    }
}
