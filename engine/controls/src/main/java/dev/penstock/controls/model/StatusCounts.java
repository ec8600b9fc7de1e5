package dev.penstock.controls.model;

import java.util.List;

/** How many results have which status. */
public record StatusCounts(long alarm, long ok, long info, long skip, long error) {

    /** None of any. */
    public static final StatusCounts NONE = new StatusCounts(0, 0, 0, 0, 0);

    /** Counts results. */
    public static StatusCounts of(List<ControlResult> results) {
        long[] counts = new long[Status.values().length];
        for (ControlResult result : results) {
            counts[result.status().ordinal()]++;
        }
        return new StatusCounts(
                counts[Status.ALARM.ordinal()],
                counts[Status.OK.ordinal()],
                counts[Status.INFO.ordinal()],
                counts[Status.SKIP.ordinal()],
                counts[Status.ERROR.ordinal()]);
    }

    /** The sum of both. */
    public StatusCounts plus(StatusCounts other) {
        return new StatusCounts(
                alarm + other.alarm, ok + other.ok, info + other.info, skip + other.skip, error + other.error);
    }

    /** Alarms and errors. */
    public long failed() {
        return alarm + error;
    }

    /** Ok and info. */
    public long passed() {
        return ok + info;
    }

    /** All of them. */
    public long total() {
        return ok + alarm + info + skip + error;
    }
}
