package dev.penstock.spi.table;

/**
 * A column of a table.
 *
 * @param name its SQL name, lower case
 * @param type its type
 * @param source where its value comes from
 * @param description one sentence, with its full stop
 */
public record Column<C, I, T>(String name, ColumnType<T> type, ColumnSource<C, I, T> source, String description) {}
