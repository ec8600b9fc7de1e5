package dev.penstock.spi.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object in PostgreSQL's order of keys: two arrays, because documents are many and small. Can't be
 * changed.
 */
final class JsonMembers extends AbstractMap<String, Json> {
    /** So many keys are found faster one by one. */
    private static final int FEW = 8;

    private final String[] keys;
    private final Json[] values;

    private JsonMembers(String[] keys, Json[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** A copy of members. */
    static JsonMembers of(Map<String, ? extends Json> members) {
        if (members instanceof JsonMembers same) {
            return same;
        }
        String[] keys = members.keySet().toArray(String[]::new);
        Json[] values = members.values().toArray(Json[]::new);
        for (int i = 1; i < keys.length; i++) {
            if (Json.KEY_ORDER.compare(keys[i - 1], keys[i]) >= 0) {
                return sorted(members);
            }
        }
        return new JsonMembers(keys, values);
    }

    private static JsonMembers sorted(Map<String, ? extends Json> members) {
        var ordered = new TreeMap<String, Json>(Json.KEY_ORDER);
        ordered.putAll(members);
        return new JsonMembers(
                ordered.keySet().toArray(String[]::new), ordered.values().toArray(Json[]::new));
    }

    @Override
    public @Nullable Json get(@Nullable Object key) {
        int place = key instanceof String name ? place(name) : -1;
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && place(name) >= 0;
    }

    private int place(String key) {
        if (keys.length <= FEW) {
            for (int i = 0; i < keys.length; i++) {
                if (keys[i].equals(key)) {
                    return i;
                }
            }
            return -1;
        }
        return Arrays.binarySearch(keys, key, Json.KEY_ORDER);
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public Set<Entry<String, Json>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Json>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, Json>> {
        private int following;

        @Override
        public boolean hasNext() {
            return following < keys.length;
        }

        @Override
        public Map.Entry<String, Json> next() {
            if (following == keys.length) {
                throw new NoSuchElementException();
            }
            return Map.entry(keys[following], values[following++]);
        }
    }
}
