package dev.penstock.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
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

    /** What to choose, and why. */
    Chosen<T> best(Knowledge knowledge) {
        if (options.size() == 1) {
            return new Chosen<>(options.get(0), "there is no other way");
        }
        int safe = safest();
        if (safe >= 0) {
            return new Chosen<>(options.get(safe), "fewest calls, whatever the account holds");
        }
        Optional<Map<String, Long>> known = knowledge.counts();
        Map<String, Long> counts = known.orElseGet(this::typical);
        String held = names.stream()
                .map(name -> name + " " + counts.getOrDefault(name, 0L))
                .collect(Collectors.joining(", "));
        return new Chosen<>(
                options.get(fewest(counts)),
                known.isPresent()
                        ? "fewest calls, as the account holds " + held
                        : "fewest calls if the account holds " + held + "; it could not say");
    }

    /** What an account is taken to hold. */
    Map<String, Long> typical() {
        var typical = new HashMap<String, Long>();
        names.forEach(name -> typical.put(name, TYPICAL));
        return typical;
    }

    /** Every option that could be chosen for some account. */
    Set<T> possible() {
        var possible = new LinkedHashSet<T>();
        int safe = safest();
        if (safe >= 0) {
            possible.add(options.get(safe));
        } else {
            corners().forEach(counts -> possible.add(options.get(fewest(counts))));
            possible.add(options.get(fewest(typical())));
        }
        return possible;
    }

    /** The option that is at most one call worse than any other, whatever there is; negative if none is. */
    private int safest() {
        double[] regrets = new double[options.size()];
        for (Map<String, Long> counts : corners()) {
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

    /** Accounts that hold next to nothing or very much of each kind. */
    private List<Map<String, Long>> corners() {
        List<String> order = List.copyOf(names);
        var corners = new ArrayList<Map<String, Long>>();
        for (long corner = 0; corner < 1L << order.size(); corner++) {
            var counts = new HashMap<String, Long>();
            for (int i = 0; i < order.size(); i++) {
                counts.put(order.get(i), EXTREMES[(int) (corner >> i & 1)]);
            }
            corners.add(counts);
        }
        return corners;
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

    /** An option and the reason for it. */
    record Chosen<T>(T option, String reason) {}
}
