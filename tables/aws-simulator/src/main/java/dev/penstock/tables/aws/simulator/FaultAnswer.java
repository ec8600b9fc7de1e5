package dev.penstock.tables.aws.simulator;

import java.time.Duration;

/** What a request is answered with when something goes wrong. */
public sealed interface FaultAnswer {
    /** 403 {@code AccessDenied} in IAM's words: no policy allows the action. */
    record Denied() implements FaultAnswer {}

    /**
     * An error in the service's form.
     *
     * @param status HTTP status; from 500 on the error is the service's own
     * @param code error code
     * @param message text for the caller
     */
    record ServiceError(int status, String code, String message) implements FaultAnswer {}

    /** The true answer with status 200, of which the second half is missing. */
    record CutShort() implements FaultAnswer {}

    /** The true answer with status 200, of which one mark is wrong, so that it is no XML or JSON. */
    record Garbled() implements FaultAnswer {}

    /** No answer: the connection is closed. */
    record Dropped() implements FaultAnswer {}

    /**
     * The true answer, later.
     *
     * @param delay added to the latency of the simulator
     */
    record Slow(Duration delay) implements FaultAnswer {
        /** Refuses to answer before the question. */
        public Slow {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("a delay cannot be negative: " + delay);
            }
        }
    }
}
