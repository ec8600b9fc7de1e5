package dev.penstock.sql;

import java.util.List;

/**
 * A table as the shell shows it.
 *
 * @param schema the connection, or the aggregate of all of them
 * @param name its name
 * @param description one sentence
 * @param columns in the order of {@code select *}
 */
public record CatalogTable(String schema, String name, String description, List<CatalogColumn> columns) {

    /** Copies the columns. */
    public CatalogTable {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param key whether {@code =} or {@code IN} on it saves calls
     */
    public record CatalogColumn(String name, String type, String description, boolean key) {}
}
