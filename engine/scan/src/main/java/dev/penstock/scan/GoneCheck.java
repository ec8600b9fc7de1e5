package dev.penstock.scan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.PageRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a deleted entity from a renamed one. The service finds neither under the old name, but a renamed one keeps its
 * id: what gave the entity is asked anew, once for a scan and key, and searched for it.
 */
final class GoneCheck {
    private final Calls calls;
    private final Operation<?, Object> operation;
    private final @Nullable Extractor<Object, String> identity;
    private final Map<String, Map<String, Object>> itemsByKey = new HashMap<>();

    /**
     * A check of what an operation gives.
     *
     * @param identity takes the id out of an item; without one an entity that is not found counts as gone
     */
    GoneCheck(Calls calls, Operation<?, Object> operation, @Nullable Extractor<Object, String> identity) {
        this.calls = calls;
        this.operation = operation;
        this.identity = identity;
    }

    /**
     * Returns if the entity is gone.
     *
     * @param key what the operation was asked with to give the item; empty for a whole listing
     * @param name takes the name out of an item, as the call that did not find it took it
     * @throws EngineException if it is still there, under another name or under the same
     */
    void requireGone(Object given, String key, Extractor<Object, String> name) {
        String id = identity == null ? null : identity.extract(given);
        if (identity == null || id == null) {
            return;
        }
        Map<String, Object> now = itemsByKey.get(key);
        if (now == null) {
            now = readAgain(key, identity);
            itemsByKey.put(key, now);
        }
        Object found = now.get(id);
        if (found == null) {
            return;
        }
        String newName = String.valueOf(name.extract(found));
        String oldName = String.valueOf(name.extract(given));
        throw new EngineException(
                ErrorCode.CALL_FAILED,
                newName.equals(oldName)
                        ? "\"" + oldName + "\" is given by " + operation.action()
                                + " but not found by name; it may be very new: run the query again"
                        : "\"" + oldName + "\" was renamed to \"" + newName
                                + "\" while it was being read; run the query again");
    }

    private Map<String, Object> readAgain(String key, Extractor<Object, String> id) {
        var items = new HashMap<String, Object>();
        var markers = new Markers(operation);
        PageRequest request = PageRequest.first();
        while (true) {
            var asked = calls.freshPage(operation, key, request);
            if (calls.isMissing(asked)) {
                return items;
            }
            Answer<Object> page = calls.await(asked, operation.action(), key);
            for (Object item : page.items()) {
                items.put(String.valueOf(id.extract(item)), item);
            }
            String next = page.next();
            if (next == null) {
                return items;
            }
            request = markers.following(request, next);
        }
    }
}
