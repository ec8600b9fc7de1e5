package dev.penstock.controls.model;

import java.util.List;
import java.util.Optional;

/**
 * How to repair what one control found.
 *
 * @param steps for resources in alarm only, each once, in the order of the query
 * @param error why there are none, or not all
 */
public record Repair(List<RepairStep> steps, Optional<RunError> error) {
    /** Nothing is known. */
    public static final Repair NONE = new Repair(List.of(), Optional.empty());

    /** Copies the steps. */
    public Repair {
        steps = List.copyOf(steps);
    }
}
