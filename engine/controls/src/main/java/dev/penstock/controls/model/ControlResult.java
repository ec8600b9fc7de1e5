package dev.penstock.controls.model;

import java.util.List;
import java.util.Optional;

/**
 * The verdict on one resource.
 *
 * @param reason as the query gives it
 * @param dimensions in the order of the query's columns
 * @param decision what people decided about it, in force or expired
 */
public record ControlResult(
        Status status, String reason, String resource, List<Dimension> dimensions, Optional<Decision> decision) {

    /** Copies the dimensions. What is exempt has an exemption. */
    public ControlResult {
        dimensions = List.copyOf(dimensions);
        if (status == Status.EXEMPT && decision.isEmpty()) {
            throw new IllegalArgumentException("what is exempt has an exemption");
        }
    }

    /** A result as a query gives it, about which nobody has decided anything. */
    public ControlResult(Status status, String reason, String resource, List<Dimension> dimensions) {
        this(status, reason, resource, dimensions, Optional.empty());
    }

    /** The same with what was decided: an alarm with an exemption in force is exempt, all else stays what it is. */
    public ControlResult with(Decision decided) {
        boolean exempt = status == Status.ALARM && decided.kind() == Decision.Kind.EXEMPTION && !decided.expired();
        return new ControlResult(exempt ? Status.EXEMPT : status, reason, resource, dimensions, Optional.of(decided));
    }

    /** The reason, and behind it what was decided: for formats that have one text for both. */
    public String explanation() {
        return decision.map(decided -> reason + " [" + decided.sentence() + "]").orElse(reason);
    }

    /** The account that it is about; empty if the query doesn't say. */
    public String account() {
        return dimensions.stream()
                .filter(dimension -> dimension.key().equals("account_id"))
                .map(Dimension::value)
                .findFirst()
                .orElse("");
    }
}
