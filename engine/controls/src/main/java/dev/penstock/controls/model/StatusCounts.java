package dev.penstock.controls.model;

import java.util.EnumMap;
import java.util.List;

/**
 * How many results have which status.
 *
 * @param exempt alarms that people accept; they are in none of the others
 */
public record StatusCounts(long alarm, long exempt, long ok, long info, long skip, long error) {

    /** None of any. */
    public static final StatusCounts NONE = new StatusCounts(0, 0, 0, 0, 0, 0);

    /** Counts results. */
    public static StatusCounts of(List<ControlResult> results) {
        var counts = new EnumMap<Status, Long>(Status.class);
        results.forEach(result -> counts.merge(result.status(), 1L, Long::sum));
        return new StatusCounts(
                counts.getOrDefault(Status.ALARM, 0L),
                counts.getOrDefault(Status.EXEMPT, 0L),
                counts.getOrDefault(Status.OK, 0L),
                counts.getOrDefault(Status.INFO, 0L),
                counts.getOrDefault(Status.SKIP, 0L),
                counts.getOrDefault(Status.ERROR, 0L));
    }

    /** How many have this status. */
    public long of(Status status) {
        return switch (status) {
            case ERROR -> error;
            case ALARM -> alarm;
            case EXEMPT -> exempt;
            case INFO -> info;
            case OK -> ok;
            case SKIP -> skip;
        };
    }

    /** The sum of both. */
    public StatusCounts plus(StatusCounts other) {
        return new StatusCounts(
                alarm + other.alarm,
                exempt + other.exempt,
                ok + other.ok,
                info + other.info,
                skip + other.skip,
                error + other.error);
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
        return ok + alarm + exempt + info + skip + error;
    }
}
