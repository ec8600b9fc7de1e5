package dev.penstock.sql;

import dev.penstock.scan.TableScanner;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What a process sets once.
 *
 * @param clock the time that statements see
 * @param zone the time zone in which times are read and printed
 * @param memory what a session may hold
 * @param inFlight calls under way at once for each connection, at least 1
 * @param retryDeadline how long an account may leave all that is asked unanswered; a throttled call is sent again so long
 * @param keepAnswers how long the answer of a call counts within a session; zero for no longer than the statement that
 *     asked
 * @param acceptsPartial whether a statement goes on without connections that can't be read, even where it counts or joins
 *     the rows of several accounts
 */
public record EngineSettings(
        Clock clock,
        ZoneId zone,
        MemoryBudget memory,
        int inFlight,
        Duration retryDeadline,
        Duration keepAnswers,
        boolean acceptsPartial) {

    /** Calls under way at once when nothing else is asked for. */
    public static final int DEFAULT_IN_FLIGHT = 64;

    /** The settings of a process that sets none: a session is one run, in which no answer grows old. */
    public static EngineSettings defaults() {
        return new EngineSettings(
                Clock.systemUTC(),
                ZoneId.of("UTC"),
                MemoryBudget.of(Runtime.getRuntime().maxMemory()),
                DEFAULT_IN_FLIGHT,
                Duration.ofMinutes(5),
                TableScanner.FOR_EVER,
                false);
    }

    /** The same for sessions that people leave open: answers count for so long. */
    public EngineSettings keepingAnswers(Duration time) {
        return new EngineSettings(clock, zone, memory, inFlight, retryDeadline, time, acceptsPartial);
    }

    /** The same with another deadline for accounts that don't answer. */
    public EngineSettings waiting(Duration deadline) {
        return new EngineSettings(clock, zone, memory, inFlight, deadline, keepAnswers, acceptsPartial);
    }

    /** The same for statements that go on without connections that can't be read. */
    public EngineSettings acceptingPartial() {
        return new EngineSettings(clock, zone, memory, inFlight, retryDeadline, keepAnswers, true);
    }
}
