package dev.penstock.tables.aws.simulator;

import java.util.Optional;

/**
 * Decides for each request whether something goes wrong. Runs on the simulator's only thread and must not block; an
 * answer that should take long is {@link FaultAnswer.Slow}.
 *
 * @see Faults
 */
@FunctionalInterface
public interface Fault {
    /**
     * What goes wrong with a request; empty when nothing does.
     *
     * @param call the request
     */
    Optional<FaultAnswer> decide(SimulatedCall call);
}
