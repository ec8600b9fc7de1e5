package dev.penstock.scan;

import dev.penstock.spi.table.BulkCall;
import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.PageRequest;
import dev.penstock.spi.table.Preparation;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How many calls a plan will make, given how much there is and what is at hand already. */
final class Estimate {
    /** A listing of which nothing is known. */
    private static final Size UNKNOWN = Size.of(100, "?");

    private final Knowledge knowledge;

    Estimate(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** The names of the counts that the estimate hangs on. */
    Set<String> counts(ScanPlan plan) {
        var names = new TreeSet<String>();
        if (!isKeyed(plan.entry())) {
            names.addAll(size(parentOrOwn(plan)).counts());
        }
        plan.bulks().stream()
                .filter(bulk -> !held(bulk))
                .forEach(bulk -> names.addAll(bulk.size().counts()));
        plan.bulks().stream()
                .flatMap(bulk -> Stream.ofNullable(bulk.named()))
                .forEach(named -> names.addAll(named.counts()));
        return names;
    }

    double calls(ScanPlan plan, Map<String, Long> counts) {
        return parts(plan, counts).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** What a plan calls how often. Plans that have a part in common make its calls once. */
    Map<Part, Double> parts(ScanPlan plan, Map<String, Long> counts) {
        var parts = new HashMap<Part, Double>();
        addEntry(plan, counts, parts);
        for (BulkCall<?, ?> bulk : plan.bulks()) {
            if (!held(bulk)) {
                add(parts, bulk.operation(), bulk.operation(), "", (double)
                        bulk.size().pages(bulk.size().items(counts)));
            }
        }
        double rows = rows(plan, counts);
        for (RowCall<?, ?, ?> call : plan.rowCalls()) {
            addRowCall(plan, call, rows, parts);
        }
        addUnnamed(plan, counts, rows, parts);
        return parts;
    }

    /** The same by action, in whole calls; actions that need none are left out. */
    SortedMap<String, Long> byAction(ScanPlan plan, Map<String, Long> counts) {
        var all = new TreeMap<String, Long>();
        parts(plan, counts).forEach((part, calls) -> {
            if (calls > 0) {
                all.merge(part.action(), Math.round(Math.ceil(calls)), Long::sum);
            }
        });
        return all;
    }

    /** Adds requests of an operation, each with the one that always comes before it. */
    private static void add(
            Map<Part, Double> parts, Object call, Operation<?, ?> operation, String detail, double times) {
        parts.merge(new Part(call, detail, operation.action()), times, Math::max);
        Preparation<?> preparation = operation.preparation();
        if (preparation != null && preparation.always()) {
            String action = preparation.operation().action();
            parts.merge(new Part(preparation.operation(), detail, action), times, Math::max);
        }
    }

    /** Row calls for what bulk answers do not name, beside those that are made for every row anyway. */
    private static void addUnnamed(ScanPlan plan, Map<String, Long> counts, double rows, Map<Part, Double> parts) {
        for (ScanPlan.PlannedColumn column : plan.columns()) {
            if (column.way() instanceof ColumnSource.FromBulk<?, ?, ?, ?> bulk
                    && column.otherwise() != null
                    && bulk.call().named() != null
                    && !plan.rowCalls().contains(column.otherwise().call())) {
                double left = Math.max(0, rows - bulk.call().named().items(counts));
                RowCall<?, ?, ?> call = column.otherwise().call();
                add(parts, call, call.answer().operation(), "unnamed", left);
            }
        }
    }

    private void addEntry(ScanPlan plan, Map<String, Long> counts, Map<Part, Double> parts) {
        ScanEntry entry = plan.entry();
        if (entry instanceof ScanEntry.LookUp lookup) {
            add(
                    parts,
                    lookup.call(),
                    lookup.call().operation(),
                    lookup.values().toString(),
                    lookup.values().size());
        } else if (entry instanceof ScanEntry.NamedKeys named) {
            add(
                    parts,
                    named.call(),
                    named.call().operation(),
                    named.values().toString(),
                    named.values().size());
        } else if (entry instanceof ScanEntry.ConfiguredKeys configured) {
            add(parts, configured.call(), configured.call().operation(), "", 1);
        } else if (entry instanceof ScanEntry.Listing listing) {
            PageRequest first = new PageRequest(null, Long.MAX_VALUE, listing.filters());
            if (!knowledge.holds(listing.call().operation(), "", first)) {
                Size size = size(listing.call());
                boolean all = !listing.filters().isEmpty() || !listing.checks().isEmpty();
                long items = all ? size.items(counts) : rows(plan, counts);
                Operation<?, ?> operation = listing.call().operation();
                add(parts, operation, operation, listing.filters().toString(), (double) size.pages(items));
            }
        } else if (entry instanceof ScanEntry.Children children) {
            ListCall<?, ?> parent = children.keys().parent();
            long parents = size(parent).items(counts);
            if (!knowledge.holds(parent.operation(), "", PageRequest.first())) {
                add(parts, parent.operation(), parent.operation(), Map.of().toString(), (double)
                        size(parent).pages(parents));
            }
            Operation<?, ?> operation = children.call().operation();
            add(parts, operation, operation, children.filters() + " per key " + children.allowed(), (double)
                    asked(children, parents));
        }
    }

    /** How many parents' children are asked for. */
    private static long asked(ScanEntry.Children children, long parents) {
        return children.allowed() == null
                ? parents
                : Math.min(parents, children.allowed().size());
    }

    private static long rows(ScanPlan plan, Map<String, Long> counts) {
        ScanEntry entry = plan.entry();
        long rows;
        if (entry instanceof ScanEntry.Nothing) {
            rows = 0;
        } else if (entry instanceof ScanEntry.LookUp lookup) {
            rows = lookup.values().size();
        } else if (entry instanceof ScanEntry.NamedKeys named) {
            rows = named.values().size();
        } else if (entry instanceof ScanEntry.ConfiguredKeys) {
            rows = 1;
        } else {
            rows = size(parentOrOwn(plan)).items(counts);
            for (ScanEntry.KeyCheck check : checks(entry)) {
                rows = check.unique() ? Math.min(rows, check.values().size()) : rows;
            }
        }
        return Math.min(rows, plan.limit().orElse(Long.MAX_VALUE));
    }

    private static List<ScanEntry.KeyCheck> checks(ScanEntry entry) {
        if (entry instanceof ScanEntry.Listing listing) {
            return listing.checks();
        }
        return entry instanceof ScanEntry.Bulk bulk ? bulk.checks() : List.of();
    }

    private void addRowCall(ScanPlan plan, RowCall<?, ?, ?> call, double rows, Map<Part, Double> parts) {
        Operation<?, ?> operation = call.answer().operation();
        if (plan.entry() instanceof ScanEntry.LookUp lookup
                && operation.equals(lookup.call().operation())) {
            return;
        }
        if (call.isOnce()) {
            // The same request as a listing without filters by that operation.
            boolean held = knowledge.holds(operation, "", PageRequest.first());
            add(parts, operation, operation, Map.of().toString(), held ? 0 : 1);
            return;
        }
        add(parts, call.answer(), operation, "", rows);
        if (call.answer() instanceof RowCall.Each<?, ?, ?> each) {
            // A list of names and a request for each: one name on average.
            parts.merge(new Part(each, "each", each.elementAction()), rows, Math::max);
        }
    }

    private static boolean isKeyed(ScanEntry entry) {
        return entry instanceof ScanEntry.Nothing
                || entry instanceof ScanEntry.LookUp
                || entry instanceof ScanEntry.NamedKeys
                || entry instanceof ScanEntry.ConfiguredKeys;
    }

    private static ListCall<?, ?> parentOrOwn(ScanPlan plan) {
        return plan.entry() instanceof ScanEntry.Children children
                ? children.keys().parent()
                : plan.list();
    }

    private boolean held(BulkCall<?, ?> bulk) {
        return knowledge.holds(bulk.operation(), "", PageRequest.first());
    }

    private static Size size(ListCall<?, ?> list) {
        return list.size().isPresent() ? list.size().get() : UNKNOWN;
    }

    /** Calls of an action that are the same for all plans that make them. */
    record Part(Object call, String detail, String action) {}
}
