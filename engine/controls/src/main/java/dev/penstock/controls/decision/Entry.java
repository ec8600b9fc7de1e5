package dev.penstock.controls.decision;

import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Decision;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.Status;
import dev.penstock.hcl.SourcePosition;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One block of the file: what was decided, and about which results.
 *
 * @param controls full names of the controls that it is about
 * @param resource whether it is about a resource
 * @param accounts the accounts that it is about; none for all
 * @param dimensions values that a result must have in these columns
 */
record Entry(
        Decision decision,
        Set<String> controls,
        Predicate<String> resource,
        Set<String> accounts,
        Map<String, String> dimensions,
        SourcePosition position) {

    /** Copies the names. */
    Entry {
        controls = Set.copyOf(controls);
        accounts = Set.copyOf(accounts);
        dimensions = Map.copyOf(dimensions);
    }

    boolean isAbout(Control control) {
        return controls.contains(control.fullName());
    }

    /** Whether it is about a result of one of its controls. What is an error or ok is nothing that could be decided. */
    boolean isAbout(ControlResult result) {
        Status decided = switch (decision.kind()) {
            case EXEMPTION -> Status.ALARM;
            case ATTESTATION -> Status.INFO;
        };
        return result.status() == decided
                && (accounts.isEmpty() || accounts.contains(result.account()))
                && resource.test(result.resource())
                && dimensions.entrySet().stream()
                        .allMatch(wanted ->
                                result.dimensions().contains(new Dimension(wanted.getKey(), wanted.getValue())));
    }
}
