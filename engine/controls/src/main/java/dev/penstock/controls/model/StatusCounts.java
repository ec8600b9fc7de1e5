package dev.penstock.controls.model;

import java.util.List;

/** How many results have which status. */
public record StatusCounts(long alarm, long ok, long info, long skip, long error) {

    /** None of any. */
    public static final StatusCounts NONE = new StatusCounts(0, 0, 0, 0, 0);

    /** Counts results. */
    public static StatusCounts of(List<ControlResult> results) {
        return new StatusCounts(
                count(results, Status.ALARM),
                count(results, Status.OK),
                count(results, Status.INFO),
                count(results, Status.SKIP),
                count(results, Status.ERROR));
    }

    private static long count(List<ControlResult> results, Status status) {
        return results.stream().filter(result -> result.status() == status).count();
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
