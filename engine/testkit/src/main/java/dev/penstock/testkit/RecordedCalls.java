package dev.penstock.testkit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The calls that a fake was sent, in their order. */
public final class RecordedCalls {
    private final List<String> calls = new CopyOnWriteArrayList<>();

    void add(String action, String key) {
        calls.add(key.isEmpty() ? action : action + " " + key);
    }

    /** Every call: the action, and behind a blank its key if it has one. */
    public List<String> all() {
        return List.copyOf(calls);
    }

    /** How many calls of each action. */
    public Map<String, Long> byAction() {
        var counts = new TreeMap<String, Long>();
        calls.forEach(call -> counts.merge(call.split(" ", 2)[0], 1L, Long::sum));
        return counts;
    }

    /** Forgets them. */
    public void clear() {
        calls.clear();
    }
}
