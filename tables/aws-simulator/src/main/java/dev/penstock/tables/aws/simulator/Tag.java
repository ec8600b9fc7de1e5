package dev.penstock.tables.aws.simulator;

/**
 * A label on a user.
 *
 * @param key name of the label
 * @param value text, possibly empty
 */
public record Tag(String key, String value) {}
