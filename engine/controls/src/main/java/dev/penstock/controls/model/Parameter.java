package dev.penstock.controls.model;

import java.util.Optional;

/**
 * A parameter of a query; the first is {@code $1} in its SQL.
 *
 * @param description empty if it has none
 * @param defaultValue what it is where no argument says otherwise
 */
public record Parameter(String name, String description, Optional<SqlValue> defaultValue) {}
