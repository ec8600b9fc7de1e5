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
    private final Extractor<Object, String> key;
    private @Nullable Map<String, String> keysById;

    /**
     * A check over a listing.
     *
     * @param key the name of a listed item, as calls take it
     */
    GoneCheck(Calls calls, ListCall<?, Object> list, Extractor<Object, String> key) {
        this.calls = calls;
        this.list = list;
        this.key = key;
    }

    /**
     * Returns if the entity is gone.
     *
     * @throws EngineException if it is still there, under another name or under the same
     */
    void requireGone(Object listed) {
        Extractor<Object, String> identity = list.identity().orElse(null);
        String id = identity == null ? null : identity.extract(listed);
        if (identity == null || id == null) {
            return;
        }
        Map<String, String> now = keysById;
        if (now == null) {
            now = readAgain(identity);
            keysById = now;
        }
        String newKey = now.get(id);
        if (newKey == null) {
            return;
        }
        String oldKey = String.valueOf(key.extract(listed));
        throw new EngineException(
                ErrorCode.CALL_FAILED,
                newKey.equals(oldKey)
                        ? "\"" + oldKey + "\" is listed by " + list.operation().action()
                                + " but not found by name; it may be very new: run the query again"
                        : "\"" + oldKey + "\" was renamed to \"" + newKey
                                + "\" while it was being read; run the query again");
    }

    private Map<String, String> readAgain(Extractor<Object, String> identity) {
        var keys = new HashMap<String, String>();
        PageRequest request = PageRequest.first();
        while (true) {
            Answer<Object> page = calls.await(
                    calls.freshPage(list.operation(), "", request),
                    list.operation().action(),
                    "");
            for (Object item : page.items()) {
                keys.put(String.valueOf(identity.extract(item)), String.valueOf(key.extract(item)));
            }
            if (page.next() == null) {
                return keys;
            }
            request = request.after(page.next());
        }
    }
}
