package dev.penstock.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;

/**
 * Picks what makes the fewest calls. How much an account holds is asked only where the answer can change the choice by
 * more than the call that it costs.
 *
 * @param options the preferred first
 * @param calls how many calls an option makes, given how much there is
 * @param names the counts that this hangs on
 */
record Choice<T>(List<T> options, ToDoubleBiFunction<T, Map<String, Long>> calls, Set<String> names) {
    /** What an account may hold, from next to nothing to very much. */
    private static final long[] EXTREMES = {1, 100_000};

    /** What an account is taken to hold while nobody can say. */
    private static final long TYPICAL = 200;

    /** A choice between plans for one request. */
    static Choice<ScanPlan> ofPlans(List<ScanPlan> plans, Estimate estimate) {
        var names = new TreeSet<String>();
        plans.forEach(plan -> names.addAll(estimate.counts(plan)));
        return new Choice<>(plans, estimate::calls, names);
    }

    T best(Knowledge knowledge) {
        int safe = safest();
        if (safe >= 0) {
            return options.get(safe);
        }
        Map<String, Long> typical = new HashMap<>();
        names.forEach(name -> typical.put(name, TYPICAL));
        return options.get(fewest(knowledge.counts().orElse(typical)));
    }

    /** The option that is at most one call worse than any other, whatever there is; negative if none is. */
    private int safest() {
        double[] regrets = new double[options.size()];
        List<String> order = List.copyOf(names);
        for (long corner = 0; corner < 1L << order.size(); corner++) {
            var counts = new HashMap<String, Long>();
            for (int i = 0; i < order.size(); i++) {
                counts.put(order.get(i), EXTREMES[(int) (corner >> i & 1)]);
            }
            double[] costs = costs(counts);
            double least = DoubleStream.of(costs).min().orElse(0);
            for (int i = 0; i < regrets.length; i++) {
                regrets[i] = Math.max(regrets[i], costs[i] - least);
            }
        }
        int safest = 0;
        for (int i = 1; i < regrets.length; i++) {
            safest = regrets[i] < regrets[safest] ? i : safest;
        }
        return regrets[safest] <= 1 ? safest : -1;
    }

    private int fewest(Map<String, Long> counts) {
        double[] costs = costs(counts);
        int fewest = 0;
        for (int i = 1; i < costs.length; i++) {
            fewest = costs[i] < costs[fewest] ? i : fewest;
        }
        return fewest;
    }

    private double[] costs(Map<String, Long> counts) {
        return options.stream()
                .mapToDouble(option -> calls.applyAsDouble(option, counts))
                .toArray();
    }
}
