package dev.penstock.sql.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table that both sides hold. */
public record JudgedTable(String name, List<Column> columns) {

    /** Copies the columns. */
    public JudgedTable {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param type PostgreSQL's name of it
     * @param absent what stands where the source has nothing: {@code never} if it always has, {@code null},
     *     {@code presence} (NULL or empty), or the value
     */
    public record Column(String name, String type, String absent) {}

    /** Reads tables: a line for the name, then an indented line for each column. */
    public static List<JudgedTable> read(Path file) throws IOException {
        var tables = new ArrayList<JudgedTable>();
        String name = "";
        var columns = new ArrayList<Column>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (line.startsWith("  ")) {
                String[] parts = line.strip().split(" ", 3);
                columns.add(new Column(parts[0], parts[1], parts[2]));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                add(tables, name, columns);
                name = line.strip();
            }
        }
        add(tables, name, columns);
        return tables;
    }

    private static void add(List<JudgedTable> tables, String name, List<Column> columns) {
        if (!columns.isEmpty()) {
            tables.add(new JudgedTable(name, columns));
            columns.clear();
        }
    }

    /** The statement that makes it in PostgreSQL, with the columns that the engine adds to every table. */
    String definition() {
        var made = new StringBuilder("create table ").append(name).append(" (");
        columns.forEach(column -> made.append('"')
                .append(column.name())
                .append("\" ")
                .append(column.type())
                .append(", "));
        return made.append("sp_connection_name text, sp_ctx jsonb, _ctx jsonb)").toString();
    }
}
