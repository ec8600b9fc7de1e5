package dev.penstock.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Picks the plan with the fewest calls. How much an account holds is asked only where the answer can change the choice
 * by more than the call that it costs.
 */
final class Choice {
    /** What an account may hold, from next to nothing to very much. */
    private static final long[] EXTREMES = {1, 100_000};

    /** What an account is taken to hold while nobody can say. */
    private static final long TYPICAL = 200;

    private final List<ScanPlan> plans;
    private final Estimate estimate;
    private final Set<String> names = new TreeSet<>();

    /** A choice between plans for one request, the preferred first. */
    Choice(List<ScanPlan> plans, Estimate estimate) {
        this.plans = plans;
        this.estimate = estimate;
        plans.forEach(plan -> names.addAll(estimate.counts(plan)));
    }

    ScanPlan best(Knowledge knowledge) {
        int safe = safest();
        if (safe >= 0) {
            return plans.get(safe);
        }
        Map<String, Long> typical = new HashMap<>();
        names.forEach(name -> typical.put(name, TYPICAL));
        return plans.get(fewest(knowledge.counts().orElse(typical)));
    }

    /** The plan that is at most one call worse than any other, whatever there is; negative if none is. */
    private int safest() {
        double[] regrets = new double[plans.size()];
        List<String> order = List.copyOf(names);
        for (long corner = 0; corner < 1L << order.size(); corner++) {
            var counts = new HashMap<String, Long>();
            for (int i = 0; i < order.size(); i++) {
                counts.put(order.get(i), EXTREMES[(int) (corner >> i & 1)]);
            }
            double least = plans.stream()
                    .mapToDouble(plan -> estimate.calls(plan, counts))
                    .min()
                    .orElse(0);
            for (int i = 0; i < regrets.length; i++) {
                regrets[i] = Math.max(regrets[i], estimate.calls(plans.get(i), counts) - least);
            }
        }
        int safest = 0;
        for (int i = 1; i < regrets.length; i++) {
            safest = regrets[i] < regrets[safest] ? i : safest;
        }
        return regrets[safest] <= 1 ? safest : -1;
    }

    private int fewest(Map<String, Long> counts) {
        int fewest = 0;
        for (int i = 1; i < plans.size(); i++) {
            if (estimate.calls(plans.get(i), counts) < estimate.calls(plans.get(fewest), counts)) {
                fewest = i;
            }
        }
        return fewest;
    }
}
