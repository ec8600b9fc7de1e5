package dev.penstock.scan;

import dev.penstock.spi.table.BulkCall;
import dev.penstock.spi.table.BulkRows;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.ListCall;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The bulk answers of a scan, whole and by the ids of their entities. */
final class Bulks {
    private final Map<BulkCall<?, ?>, Map<String, Object>> known = new HashMap<>();
    private final @Nullable Extractor<Object, String> identity;

    /** The answers that a plan needs; waits for all their pages. */
    Bulks(Calls calls, ScanPlan plan) {
        this.identity = identity(plan.list());
        var pages = new LinkedHashMap<BulkCall<?, ?>, CompletableFuture<? extends List<?>>>();
        plan.bulks().forEach(bulk -> pages.put(bulk, calls.pages(bulk.operation(), "")));
        pages.forEach((bulk, answer) -> {
            List<?> items = calls.awaitBulk(answer, bulk.operation());
            known.put(bulk, byId(erased(bulk), items));
        });
    }

    private static Map<String, Object> byId(BulkCall<?, Object> bulk, List<?> items) {
        var byId = new LinkedHashMap<String, Object>();
        for (Object entity : bulk.assembly().apply(items)) {
            byId.put(String.valueOf(bulk.identity().extract(entity)), entity);
        }
        return byId;
    }

    /** What an answer knows of the entity behind an item; null if it does not name it. */
    @Nullable
    Object of(BulkCall<?, ?> bulk, Object item) {
        String id = identity == null ? null : identity.extract(item);
        Map<String, Object> entities = known.get(bulk);
        return id == null || entities == null ? null : entities.get(id);
    }

    /** The rows' items, made of an answer. */
    @SuppressWarnings("unchecked") // the conversion takes what the call gives
    List<Object> items(BulkRows<?, ?, ?> rows) {
        Extractor<Object, Object> item = (Extractor<Object, Object>) (Extractor<?, ?>) rows.item();
        return known.getOrDefault(rows.call(), Map.of()).values().stream()
                .map(entity -> Objects.requireNonNull(item.extract(entity)))
                .toList();
    }

    @SuppressWarnings("unchecked") // items only meet extractors of their own table
    private static @Nullable Extractor<Object, String> identity(ListCall<?, ?> list) {
        return ((ListCall<?, Object>) list).identity().orElse(null);
    }

    @SuppressWarnings("unchecked") // entities only meet extractors of their own call
    private static BulkCall<?, Object> erased(BulkCall<?, ?> bulk) {
        return (BulkCall<?, Object>) bulk;
    }
}
