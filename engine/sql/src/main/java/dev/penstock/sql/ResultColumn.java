package dev.penstock.sql;

/**
 * A column of a result.
 *
 * @param name as PostgreSQL would name it; two columns may have the same name
 * @param type PostgreSQL's name of the type, such as {@code text}, {@code int8}, {@code timestamptz}, {@code jsonb}, {@code text[]}
 */
public record ResultColumn(String name, String type) {}
