package dev.penstock.scan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.PageRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a deleted entity from a renamed one. The service finds neither under the old name, but a renamed one keeps its
 * id: the listing is read anew, once for a scan, and searched for it.
 */
final class GoneCheck {
    private final Calls calls;
    private final ListCall<?, Object> list;
    private @Nullable Map<String, Object> itemsById;

    /** A check over a listing. */
    GoneCheck(Calls calls, ListCall<?, Object> list) {
        this.calls = calls;
        this.list = list;
    }

    /**
     * Returns if the entity is gone.
     *
     * @param key the name of a listed item, as the call took it
     * @throws EngineException if it is still there, under another name or under the same
     */
    void requireGone(Object listed, Extractor<Object, String> key) {
        Extractor<Object, String> identity = list.identity().orElse(null);
        String id = identity == null ? null : identity.extract(listed);
        if (identity == null || id == null) {
            return;
        }
        Map<String, Object> now = itemsById;
        if (now == null) {
            now = readAgain(identity);
            itemsById = now;
        }
        Object found = now.get(id);
        if (found == null) {
            return;
        }
        String newKey = String.valueOf(key.extract(found));
        String oldKey = String.valueOf(key.extract(listed));
        throw new EngineException(
                ErrorCode.CALL_FAILED,
                newKey.equals(oldKey)
                        ? "\"" + oldKey + "\" is listed by " + list.operation().action()
                                + " but not found by name; it may be very new: run the query again"
                        : "\"" + oldKey + "\" was renamed to \"" + newKey
                                + "\" while it was being read; run the query again");
    }

    private Map<String, Object> readAgain(Extractor<Object, String> identity) {
        var items = new HashMap<String, Object>();
        PageRequest request = PageRequest.first();
        while (true) {
            Answer<Object> page = calls.await(
                    calls.freshPage(list.operation(), "", request),
                    list.operation().action(),
                    "");
            for (Object item : page.items()) {
                items.put(String.valueOf(identity.extract(item)), item);
            }
            String next = page.next();
            if (next == null) {
                return items;
            }
            request = Calls.following(list.operation(), request, next);
        }
    }
}
