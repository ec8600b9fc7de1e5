package dev.penstock.scan;

import dev.penstock.spi.table.BulkCall;
import dev.penstock.spi.table.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all requests of a run make worth calling. A bulk answer that costs more than it saves any one scan can still be
 * the cheapest way for all of them together, each of whose calls is made once.
 */
final class Forecast {
    /** More bulk answers than these are left to the scans: each doubles the number of choices. */
    private static final int MOST_BULKS = 6;

    private final List<List<ScanPlan>> requests = new ArrayList<>();
    private final Map<Operation<?, ?>, BulkCall<?, ?>> bulks = new LinkedHashMap<>();
    private final Estimate estimate;
    private final Set<String> names = new TreeSet<>();

    private Forecast(Set<ScanRequest> expected, Knowledge knowledge) {
        this.estimate = new Estimate(knowledge);
        for (ScanRequest request : expected) {
            List<ScanPlan> plans = ScanPlanner.plans(request, knowledge);
            if (!plans.isEmpty()) {
                requests.add(plans);
            }
            for (ScanPlan plan : plans) {
                plan.bulks().forEach(bulk -> bulks.putIfAbsent(bulk.operation(), bulk));
                names.addAll(estimate.counts(plan));
            }
        }
    }

    /** The bulk answers that the run should ask for, given all that it will ask. */
    static Set<Operation<?, ?>> worthwhile(Set<ScanRequest> expected, Knowledge knowledge) {
        var forecast = new Forecast(expected, knowledge);
        int bulks = forecast.bulks.size();
        if (bulks == 0 || bulks > MOST_BULKS) {
            return Set.of();
        }
        return new Choice<>(forecast.subsets(), forecast::calls, forecast.names)
                .best(knowledge)
                .option();
    }

    private List<Set<Operation<?, ?>>> subsets() {
        List<Operation<?, ?>> all = List.copyOf(bulks.keySet());
        var subsets = new ArrayList<Set<Operation<?, ?>>>();
        for (int subset = 0; subset < 1 << all.size(); subset++) {
            var chosen = new LinkedHashSet<Operation<?, ?>>();
            for (int i = 0; i < all.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    chosen.add(all.get(i));
                }
            }
            subsets.add(chosen);
        }
        return subsets;
    }

    private double calls(Set<Operation<?, ?>> chosen, Map<String, Long> counts) {
        var all = new HashMap<Estimate.Part, Double>();
        for (List<ScanPlan> plans : requests) {
            Map<Estimate.Part, Double> least = null;
            double fewest = Double.MAX_VALUE;
            for (ScanPlan plan : plans) {
                if (plan.bulks().stream().allMatch(bulk -> chosen.contains(bulk.operation()))) {
                    Map<Estimate.Part, Double> parts = estimate.parts(plan, counts);
                    double calls = beside(chosen, parts);
                    if (calls < fewest) {
                        fewest = calls;
                        least = parts;
                    }
                }
            }
            if (least == null) {
                // Without one of these bulk answers the request has no answer at all.
                return Double.MAX_VALUE;
            }
            least.forEach((part, calls) -> all.merge(part, calls, Math::max));
        }
        return all.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The calls of a plan beside the bulk answers that are there anyway. */
    private static double beside(Set<Operation<?, ?>> chosen, Map<Estimate.Part, Double> parts) {
        return parts.entrySet().stream()
                .filter(part ->
                        !(part.getKey().call() instanceof Operation<?, ?> operation) || !chosen.contains(operation))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
