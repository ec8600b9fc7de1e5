package dev.penstock.sql.execute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries by the keys of rows: a hash table that allocates nothing to look up. Entries of one key keep the order in which
 * they came.
 *
 * @param <E> an entry: a row and what belongs to it
 */
final class RowTable<E extends RowTable.Entry<E>> {
    private static final int FIRST_SIZE = 64;

    private final RowKey key;
    private final List<E> entries = new ArrayList<>();
    private @Nullable E[] slots = slots(FIRST_SIZE);
    private int keys;

    /** A table of entries whose rows have their keys in these columns. */
    RowTable(RowKey key) {
        this.key = key;
    }

    /** What is kept for a row. */
    abstract static class Entry<E extends Entry<E>> {
        private final @Nullable Object[] row;
        private int hash;
        private @Nullable E nextInSlot;
        private @Nullable E nextOfKey;
        private @Nullable E lastOfKey;

        Entry(@Nullable Object[] row) {
            this.row = row;
        }

        @Nullable
        Object[] row() {
            return row;
        }

        /** The entry after this one with the same key. */
        @Nullable
        E next() {
            return nextOfKey;
        }
    }

    /** The first entry whose key equals that of a row, which may have it in other columns. */
    @Nullable
    E find(@Nullable Object[] row, RowKey rowKey) {
        return find(row, rowKey, spread(rowKey.hash(row)));
    }

    private @Nullable E find(@Nullable Object[] row, RowKey rowKey, int hash) {
        E entry = slots[hash & (slots.length - 1)];
        while (entry != null && !(hashOf(entry) == hash && rowKey.same(row, entry.row(), key))) {
            entry = nextInSlot(entry);
        }
        return entry;
    }

    /** Adds an entry. */
    void add(E entry) {
        entries.add(entry);
        Entry<E> added = entry;
        added.hash = spread(key.hash(entry.row()));
        E first = find(entry.row(), key, added.hash);
        if (first == null) {
            addKey(entry);
            return;
        }
        Entry<E> head = first;
        E last = head.lastOfKey;
        Entry<E> before = last == null ? first : last;
        before.nextOfKey = entry;
        head.lastOfKey = entry;
    }

    private void addKey(E entry) {
        if (++keys > slots.length) {
            @Nullable E[] old = slots;
            slots = slots(old.length * 2);
            for (E head : old) {
                for (E one = head; one != null; ) {
                    E following = nextInSlot(one);
                    put(one);
                    one = following;
                }
            }
        }
        put(entry);
    }

    private void put(E entry) {
        Entry<E> one = entry;
        int slot = one.hash & (slots.length - 1);
        one.nextInSlot = slots[slot];
        slots[slot] = entry;
    }

    /** Every entry, in the order in which they came. */
    List<E> entries() {
        return entries;
    }

    private static <E extends Entry<E>> int hashOf(E entry) {
        Entry<E> one = entry;
        return one.hash;
    }

    private static <E extends Entry<E>> @Nullable E nextInSlot(E entry) {
        Entry<E> one = entry;
        return one.nextInSlot;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    @SuppressWarnings("unchecked") // arrays of generics
    private static <E extends Entry<E>> @Nullable E[] slots(int size) {
        return (E[]) new Entry<?>[size];
    }
}
