package dev.penstock.controls.model;

/**
 * A further column of a control's row.
 *
 * @param key the column's name
 * @param value its text; empty for NULL
 */
public record Dimension(String key, String value) {}
