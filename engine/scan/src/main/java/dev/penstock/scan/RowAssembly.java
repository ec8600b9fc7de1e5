package dev.penstock.scan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.PageRequest;
import dev.penstock.spi.table.RowCall;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Makes rows of items: starts the row calls that the columns need and takes the values out of the answers. */
final class RowAssembly {
    private final Calls calls;
    private final ScanPlan plan;
    private final Bulks bulks;
    private final ScanPlan.PlannedColumn[] columns;
    private final List<ColumnSource.Way<?, ?, ?>> plannedWays;
    private final boolean mayMiss;

    RowAssembly(Calls calls, ScanPlan plan, Bulks bulks) {
        this.calls = calls;
        this.plan = plan;
        this.bulks = bulks;
        this.columns = plan.columns().toArray(ScanPlan.PlannedColumn[]::new);
        this.plannedWays = plan.columns().stream()
                .<ColumnSource.Way<?, ?, ?>>map(column -> column.way())
                .toList();
        this.mayMiss = plannedWays.stream()
                .anyMatch(way -> way instanceof ColumnSource.FromBulk<?, ?, ?, ?> bulk && !bulk.tellsAll());
    }

    /** Whether every row is made of its item and of what is here already. */
    boolean needsNothing() {
        return !mayMiss && plan.rowCalls().isEmpty();
    }

    /** The row of an item that needs nothing else. */
    @Nullable
    Object[] row(Item item) {
        Object[] row = new @Nullable Object[columns.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(columns[i], columns[i].way(), item, Map.of());
        }
        return row;
    }

    /** Starts an item's row calls. */
    Pending start(Item item) {
        var answers = new IdentityHashMap<RowCall<?, ?, ?>, Asked>();
        List<ColumnSource.Way<?, ?, ?>> ways = mayMiss ? ways(item) : plannedWays;
        for (ColumnSource.Way<?, ?, ?> way : ways) {
            if (way instanceof ColumnSource.FromRowCall<?, ?, ?, ?> asked && !answers.containsKey(asked.call())) {
                RowCall<?, Object, Object> call = erased(asked.call());
                String key = Calls.key(call.key(), item.item(), call.answer().operation());
                CompletableFuture<Optional<Object>> answer = call.isNeeded(item.item())
                        ? ask(call, key)
                        : CompletableFuture.completedFuture(Optional.empty());
                answers.put(call, new Asked(call, key, answer));
            }
        }
        return new Pending(item, ways, answers);
    }

    /** The ways for a row: those of the plan, or others for what a bulk answer does not know, such as a new entity. */
    private List<ColumnSource.Way<?, ?, ?>> ways(Item item) {
        var ways = new ArrayList<ColumnSource.Way<?, ?, ?>>();
        for (ScanPlan.PlannedColumn column : plan.columns()) {
            ColumnSource.Way<?, ?, ?> way = column.way();
            if (way instanceof ColumnSource.FromBulk<?, ?, ?, ?> bulk
                    && !bulk.tellsAll()
                    && bulks.of(bulk.call(), item.item()) == null) {
                if (column.otherwise() == null) {
                    throw new EngineException(
                            ErrorCode.CALL_FAILED,
                            plan.table() + "." + column.name() + ": "
                                    + bulk.call().operation().action()
                                    + " says nothing of a row; run the query again");
                }
                way = column.otherwise();
            }
            ways.add(way);
        }
        return ways;
    }

    private CompletableFuture<Optional<Object>> ask(RowCall<?, Object, Object> call, String key) {
        RowCall.Answer<?, Object> answer = call.answer();
        if (answer instanceof RowCall.Single<?, Object> single) {
            return calls.page(single.operation(), key, PageRequest.first())
                    .thenApply(page -> page.items().stream().findFirst());
        }
        if ((RowCall.Answer<?, ?>) answer instanceof RowCall.Each<?, ?, ?> each) {
            return elements(each, key);
        }
        return calls.pages(answer.operation(), key).thenApply(Optional::of);
    }

    private CompletableFuture<Optional<Object>> elements(RowCall.Each<?, ?, ?> each, String key) {
        return calls.pages(each.operation(), key).thenCompose(elements -> {
            var started = new ArrayList<CompletableFuture<Answer<Object>>>();
            for (Object element : elements) {
                started.add(calls.element(
                        each,
                        each.elementAction(),
                        key + "\n" + element,
                        connection -> fetch(each, connection, key, element)));
            }
            return CompletableFuture.allOf(started.toArray(CompletableFuture[]::new))
                    .thenApply(done -> Optional.of(started.stream()
                            .flatMap(answer -> answer.join().items().stream())
                            .toList()));
        });
    }

    @SuppressWarnings("unchecked") // the elements are the list's own, the connection the plugin's
    private static Object fetch(RowCall.Each<?, ?, ?> each, Object connection, String key, Object element) {
        return ((RowCall.ElementFetch<Object, Object, Object>) each.fetch()).fetch(connection, key, element);
    }

    /** The row of an item, null if the entity behind it is gone. */
    @Nullable
    Object @Nullable [] finish(Pending pending, GoneCheck gone) {
        var answers = new IdentityHashMap<RowCall<?, ?, ?>, Optional<Object>>();
        for (Asked asked : pending.answers().values()) {
            // What is asked once for all rows is no entity that could be gone.
            if (!asked.call().isOnce() && calls.isMissing(asked.answer())) {
                gone.requireGone(
                        pending.item().item(),
                        pending.item().key(),
                        erased(asked.call()).key());
                return null;
            }
            answers.put(
                    asked.call(),
                    calls.await(
                            asked.answer(), asked.call().answer().operation().action(), asked.key()));
        }
        Object[] row = new @Nullable Object[columns.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(columns[i], pending.ways().get(i), pending.item(), answers);
        }
        return row;
    }

    /** The canonical value of a column. */
    private @Nullable Object value(
            ScanPlan.PlannedColumn column,
            ColumnSource.Way<?, ?, ?> way,
            Item item,
            Map<RowCall<?, ?, ?>, Optional<Object>> answers) {
        try {
            Object value = value(way, item, answers);
            return value == null ? null : column.type().canonical(value);
        } catch (EngineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EngineException(
                    ErrorCode.CALL_FAILED,
                    plan.table() + "." + column.name() + " can't be made of what the service answered: "
                            + e.getMessage(),
                    e);
        }
    }

    @SuppressWarnings("unchecked") // the ways of a table's columns take the table's items and their calls' answers
    private @Nullable Object value(
            ColumnSource.Way<?, ?, ?> way, Item item, Map<RowCall<?, ?, ?>, Optional<Object>> answers) {
        if (way instanceof ColumnSource.FromItem<?, ?, ?> own) {
            return ((Extractor<Object, Object>) own.extractor()).extract(item.item());
        }
        if (way instanceof ColumnSource.FromListed<?, ?, ?> own) {
            return ((Extractor<Object, Object>) own.extractor()).extract(item.item());
        }
        if (way instanceof ColumnSource.FromBulk<?, ?, ?, ?> bulk) {
            Object entity = bulks.of(bulk.call(), item.item());
            return entity == null
                    ? bulk.unnamed()
                    : ((Extractor<Object, Object>) (Extractor<?, ?>) bulk.extractor()).extract(entity);
        }
        if (way instanceof ColumnSource.FromParent<?, ?, ?, ?> above && item.parent() != null) {
            return ((ColumnSource.FromParent<?, Object, Object, Object>) above)
                    .extractor()
                    .extract(item.item(), item.parent());
        }
        if (way instanceof ColumnSource.FromKey<?, ?>) {
            return item.key();
        }
        if (way instanceof ColumnSource.FromRowCall<?, ?, ?, ?> asked) {
            var call = (ColumnSource.FromRowCall<?, Object, Object, Object>) asked;
            Optional<Object> answer = answers.getOrDefault(call.call(), Optional.empty());
            return answer.isEmpty() ? call.absent() : call.extractor().extract(item.item(), answer.get());
        }
        throw new IllegalStateException("a way that was not planned: " + way);
    }

    @SuppressWarnings("unchecked") // see value()
    private static RowCall<?, Object, Object> erased(RowCall<?, ?, ?> call) {
        return (RowCall<?, Object, Object>) call;
    }

    /** The check for entities that are missing when their row calls come. */
    @SuppressWarnings("unchecked") // the plan's own items
    static GoneCheck goneCheck(Calls calls, ScanPlan plan) {
        var list = (ListCall<?, Object>) plan.list();
        Operation<?, Object> operation = plan.entry() instanceof ScanEntry.LookUp lookup
                ? ((GetCall<?, Object>) lookup.call()).operation()
                : list.operation();
        return new GoneCheck(calls, operation, list.identity().orElse(null));
    }

    /** A row whose calls are under way. */
    record Pending(Item item, List<ColumnSource.Way<?, ?, ?>> ways, Map<RowCall<?, ?, ?>, Asked> answers) {}

    /** A row call under way. */
    record Asked(RowCall<?, ?, ?> call, String key, CompletableFuture<Optional<Object>> answer) {}
}
