package dev.penstock.scan;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The actions that a scan may call.
 *
 * @param needed those of every plan that the size of an account may make the best
 * @param fallback those that are only called where others are refused, or that only make the choice better
 */
public record ScanPermissions(SortedSet<String> needed, SortedSet<String> fallback) {

    /** None. */
    public static final ScanPermissions NONE = new ScanPermissions(new TreeSet<>(), new TreeSet<>());

    /** Copies the sets; what is needed is no fallback. */
    public ScanPermissions {
        needed = new TreeSet<>(needed);
        fallback = new TreeSet<>(fallback);
        fallback.removeAll(needed);
    }

    /** Those of two scans. */
    public ScanPermissions and(ScanPermissions other) {
        var both = new TreeSet<>(needed);
        both.addAll(other.needed);
        var either = new TreeSet<>(fallback);
        either.addAll(other.fallback);
        return new ScanPermissions(both, either);
    }
}
