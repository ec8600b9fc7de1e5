package dev.penstock.controls.model;

import java.util.List;

/**
 * The verdict on one resource.
 *
 * @param dimensions in the order of the query's columns
 */
public record ControlResult(Status status, String reason, String resource, List<Dimension> dimensions) {

    /** Copies the dimensions. */
    public ControlResult {
        dimensions = List.copyOf(dimensions);
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
