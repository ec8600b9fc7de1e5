package dev.penstock.tables.aws.simulator;

/**
 * A policy embedded in a user.
 *
 * @param name unique within the user
 * @param document JSON text
 */
public record InlinePolicy(String name, String document) {}
