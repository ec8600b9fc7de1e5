package dev.penstock.scan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.table.BulkCall;
import dev.penstock.spi.table.BulkRows;
import dev.penstock.spi.table.Column;
import dev.penstock.spi.table.ColumnSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Picks the calls for a request: what gives the rows, and the way to each column, with the fewest calls in all. */
final class ScanPlanner {
    private final ScanRequest request;
    private final Knowledge knowledge;
    private final List<Column<?, ?, ?>> columns = new ArrayList<>();

    private ScanPlanner(ScanRequest request, Knowledge knowledge) {
        this.request = request;
        this.knowledge = knowledge;
        request.columns().forEach(index -> columns.add(request.table().columns().get(index)));
    }

    /**
     * The plan for a request, and why it is the one.
     *
     * @throws EngineException if the query does not name a key that the table needs
     */
    static Choice.Chosen<ScanPlan> choose(ScanRequest request, Knowledge knowledge) {
        return Choice.ofPlans(openPlans(request, knowledge), new Estimate(knowledge))
                .best(knowledge);
    }

    /**
     * Every plan for a request, the preferred first, at least one.
     *
     * @throws EngineException as above
     */
    static List<ScanPlan> openPlans(ScanRequest request, Knowledge knowledge) {
        List<ScanPlan> plans = new ScanPlanner(request, knowledge).plans();
        if (plans.isEmpty()) {
            throw new EngineException(ErrorCode.INTERNAL, "no call can fill the columns of " + request.table());
        }
        return plans;
    }

    /** Whether a request can be answered without an operation that was refused. */
    static boolean canPlan(ScanRequest request, Knowledge knowledge) {
        return !new ScanPlanner(request, knowledge).plans().isEmpty();
    }

    /** Every open plan for a request; none where a key is missing. */
    static List<ScanPlan> plans(ScanRequest request, Knowledge knowledge) {
        try {
            return new ScanPlanner(request, knowledge).plans();
        } catch (EngineException e) {
            // The scan itself says so, to the statement that it belongs to.
            return List.of();
        }
    }

    private List<ScanPlan> plans() {
        List<BulkCall<?, ?>> bulks = openBulks();
        var plans = new ArrayList<ScanPlan>();
        for (ScanEntry entry : new ScanEntries(request).all()) {
            for (int subset = 0; subset < 1 << bulks.size(); subset++) {
                var chosen = new LinkedHashSet<BulkCall<?, ?>>();
                for (int i = 0; i < bulks.size(); i++) {
                    if ((subset >> i & 1) == 1) {
                        chosen.add(bulks.get(i));
                    }
                }
                plan(entry, chosen).filter(plan -> plan.bulks().equals(chosen)).ifPresent(plans::add);
            }
        }
        return plans;
    }

    /** The bulk answers that the wanted columns or the rows could come from. */
    private List<BulkCall<?, ?>> openBulks() {
        var bulks = new LinkedHashSet<BulkCall<?, ?>>();
        for (Column<?, ?, ?> column : columns) {
            for (ColumnSource.Way<?, ?, ?> way : column.source().ways()) {
                if (way instanceof ColumnSource.FromBulk<?, ?, ?, ?> bulk) {
                    bulks.add(bulk.call());
                }
            }
        }
        Optional<? extends BulkRows<?, ?, ?>> rows = request.table().bulkRows();
        rows.ifPresent(bulk -> bulks.add(bulk.call()));
        bulks.removeIf(bulk -> knowledge.isDenied(bulk.operation()));
        return List.copyOf(bulks);
    }

    private Optional<ScanPlan> plan(ScanEntry entry, Set<BulkCall<?, ?>> bulks) {
        if (entry instanceof ScanEntry.Bulk bulk && !bulks.contains(bulk.rows().call())) {
            return Optional.empty();
        }
        var planned = new ArrayList<ScanPlan.PlannedColumn>();
        for (Column<?, ?, ?> column : columns) {
            ColumnSource.Way<?, ?, ?> way = way(column, entry, bulks);
            if (way == null) {
                return Optional.empty();
            }
            planned.add(new ScanPlan.PlannedColumn(column.name(), way, rowCall(column), column.type()));
        }
        return Optional.of(
                new ScanPlan(request.table().name(), request.table().list(), entry, planned, request.limit()));
    }

    /** The first way that costs nothing more, or else the first that is open. */
    private static ColumnSource.@Nullable Way<?, ?, ?> way(
            Column<?, ?, ?> column, ScanEntry entry, Set<BulkCall<?, ?>> bulks) {
        for (ColumnSource.Way<?, ?, ?> way : column.source().ways()) {
            if (isFree(way, entry, bulks)) {
                return way;
            }
        }
        return rowCall(column);
    }

    private static boolean isFree(ColumnSource.Way<?, ?, ?> way, ScanEntry entry, Set<BulkCall<?, ?>> bulks) {
        if (way instanceof ColumnSource.FromItem<?, ?, ?>) {
            return true;
        }
        if (way instanceof ColumnSource.FromListed<?, ?, ?>) {
            return !(entry instanceof ScanEntry.Bulk);
        }
        if (way instanceof ColumnSource.FromParent<?, ?, ?, ?>) {
            return entry instanceof ScanEntry.Children;
        }
        if (way instanceof ColumnSource.FromKey<?, ?> named) {
            return entry instanceof ScanEntry.NamedKeys asked
                    && asked.call().keys().filter(named.keys()::equals).isPresent();
        }
        return way instanceof ColumnSource.FromBulk<?, ?, ?, ?> bulk && bulks.contains(bulk.call());
    }

    private static ColumnSource.@Nullable FromRowCall<?, ?, ?, ?> rowCall(Column<?, ?, ?> column) {
        for (ColumnSource.Way<?, ?, ?> way : column.source().ways()) {
            if (way instanceof ColumnSource.FromRowCall<?, ?, ?, ?> call) {
                return call;
            }
        }
        return null;
    }
}
