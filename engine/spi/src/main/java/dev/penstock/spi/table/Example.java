package dev.penstock.spi.table;

/**
 * A query that shows what a table is good for; a test runs each of them.
 *
 * @param question what it answers, without a full stop
 * @param sql the statement, without a semicolon
 */
public record Example(String question, String sql) {}
