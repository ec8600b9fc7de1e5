package dev.penstock.sql.execute;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Interval;
import dev.penstock.sql.function.Values;
import org.jspecify.annotations.Nullable;

/** The rows around the current one that a window function looks at. */
public record Frame(Unit unit, Bound start, Bound end, Exclusion exclusion) {

    /** What the offsets of a frame count. */
    public enum Unit {
        ROWS,
        GROUPS,
        RANGE
    }

    /** Which rows near the current one are left out. */
    public enum Exclusion {
        NOTHING,
        CURRENT_ROW,
        GROUP,
        TIES
    }

    /** One end of a frame. */
    public sealed interface Bound {}

    /** The partition's first row at the start, its last one at the end. */
    public record Unbounded() implements Bound {}

    /** The current row, and its peers unless rows are counted. */
    public record CurrentRow() implements Bound {}

    /**
     * Some rows or groups before or after the current one.
     *
     * @param column of the row that holds how many
     */
    public record Offset(int column, boolean preceding) implements Bound {}

    /**
     * The rows whose key has come to a value.
     *
     * @param key the column of the key
     * @param value the column that holds, for the current row, the key at which the frame begins or ends
     * @param offset the column that holds how far that is from the current row's key
     */
    public record Reached(int key, int value, int offset, boolean preceding, boolean descending, boolean nullsFirst)
            implements Bound {}

    /** Everything up to the current row and its peers: what a window has that says nothing. */
    public static Frame upToPeers() {
        return new Frame(Unit.RANGE, new Unbounded(), new CurrentRow(), Exclusion.NOTHING);
    }

    /** Whether the frame of a row holds that of the row before it, so that one state can be carried on. */
    boolean onlyGrows() {
        return start instanceof Unbounded && exclusion == Exclusion.NOTHING;
    }

    /** The place of the first row in the frame; may be behind the end of an empty one. */
    int from(WindowPartition partition, int place) {
        if (start instanceof CurrentRow) {
            return unit == Unit.ROWS ? place : partition.firstPeer(place);
        }
        if (start instanceof Offset offset) {
            long by = distance(partition, place, offset.column(), offset.preceding(), "starting");
            return unit == Unit.ROWS
                    ? clamp(place + by, partition.size())
                    : partition.groupStart(clamp(partition.group(place) + by, partition.groups()));
        }
        if (start instanceof Reached reached) {
            return reached(partition, place, reached, true);
        }
        return 0;
    }

    /** The place behind the last row in the frame. */
    int to(WindowPartition partition, int place) {
        if (end instanceof CurrentRow) {
            return unit == Unit.ROWS ? place + 1 : partition.afterPeers(place);
        }
        if (end instanceof Offset offset) {
            long by = distance(partition, place, offset.column(), offset.preceding(), "ending");
            return unit == Unit.ROWS
                    ? clamp(place + by + 1, partition.size())
                    : partition.groupStart(clamp(partition.group(place) + by + 1, partition.groups()));
        }
        if (end instanceof Reached reached) {
            return reached(partition, place, reached, false);
        }
        return partition.size();
    }

    boolean excludes(WindowPartition partition, int current, int place) {
        return switch (exclusion) {
            case NOTHING -> false;
            case CURRENT_ROW -> place == current;
            case GROUP -> partition.group(place) == partition.group(current);
            case TIES -> place != current && partition.group(place) == partition.group(current);
        };
    }

    private static int clamp(long place, int size) {
        return (int) Math.max(0, Math.min(place, size));
    }

    private static long distance(WindowPartition partition, int place, int column, boolean preceding, String which) {
        Object given = partition.row(place)[column];
        if (given == null) {
            throw new EngineException(ErrorCode.NULL_VALUE, "frame " + which + " offset must not be null");
        }
        long offset = ((Number) given).longValue();
        if (offset < 0) {
            throw new EngineException(
                    ErrorCode.INVALID_FRAME_OFFSET, "frame " + which + " offset must not be negative");
        }
        long most = Math.min(offset, Integer.MAX_VALUE);
        return preceding ? -most : most;
    }

    /** NULL is a peer of NULL alone, whatever the offset. */
    private static int reached(WindowPartition partition, int place, Reached bound, boolean start) {
        @Nullable Object[] row = partition.row(place);
        if (row[bound.offset()] == null) {
            throw new EngineException(
                    ErrorCode.NULL_VALUE, "frame " + (start ? "starting" : "ending") + " offset must not be null");
        }
        boolean negative = row[bound.offset()] instanceof Interval interval
                ? interval.compareTo(new Interval(0, 0, 0)) < 0
                : ((Number) row[bound.offset()]).doubleValue() < 0;
        if (negative) {
            throw new EngineException(
                    ErrorCode.INVALID_FRAME_OFFSET, "invalid preceding or following size in window function");
        }
        Object goal = row[bound.value()];
        if (goal == null) {
            return start ? partition.firstPeer(place) : partition.afterPeers(place);
        }
        int low = 0;
        int high = partition.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = order(partition.row(middle)[bound.key()], goal, bound);
            if (start ? order < 0 : order <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int order(@Nullable Object key, Object goal, Reached bound) {
        if (key == null) {
            return bound.nullsFirst() ? -1 : 1;
        }
        int order = Values.compare(key, goal);
        return bound.descending() ? -order : order;
    }
}
