package dev.penstock.spi.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table's definition: data, without state.
 *
 * @param <C> the connection that its calls need
 */
public final class Table<C> {
    private final String name;
    private final String description;
    private final ListCall<C, ?> list;
    private final List<GetCall<C, ?>> lookups;
    private final List<ListCall<C, ?>> keyedLists;
    private final List<Column<C, ?, ?>> columns;
    private final List<Example> examples;
    private final @Nullable String accountColumn;
    private final @Nullable BulkRows<C, ?, ?> bulkRows;

    private Table(Builder<C, ?> builder) {
        this.name = builder.name;
        this.description = builder.description;
        this.list = builder.list;
        this.lookups = List.copyOf(builder.lookups);
        this.keyedLists = List.copyOf(builder.keyedLists);
        this.columns = List.copyOf(builder.columns);
        this.examples = List.copyOf(builder.examples);
        this.accountColumn = builder.accountColumn;
        this.bulkRows = builder.bulkRows;
    }

    /** Starts a definition. */
    public static Name named(String name) {
        return new Name(name);
    }

    /** The SQL name. */
    public String name() {
        return name;
    }

    /** One sentence. */
    public String description() {
        return description;
    }

    /** The listing that gives rows when no look-up can. */
    public ListCall<C, ?> list() {
        return list;
    }

    /** A bulk answer that can give the rows instead of the listing. */
    public Optional<BulkRows<C, ?, ?>> bulkRows() {
        return Optional.ofNullable(bulkRows);
    }

    /** The look-ups by key, the preferred first. */
    public List<GetCall<C, ?>> lookups() {
        return lookups;
    }

    /** The listings that give the rows of keys which a query fixes, instead of the listing of the whole account. */
    public List<ListCall<C, ?>> keyedLists() {
        return keyedLists;
    }

    /** The columns, in the order of {@code select *}. */
    public List<Column<C, ?, ?>> columns() {
        return columns;
    }

    /** Queries that show what the table is good for. */
    public List<Example> examples() {
        return examples;
    }

    /** The column that holds the account: it tells which connections reach the same one. */
    public Optional<String> accountColumn() {
        return Optional.ofNullable(accountColumn);
    }

    /** The columns whose {@code =} or {@code IN} can replace or narrow the listing. */
    public Set<String> keyColumns() {
        var keys = new HashSet<String>(list.filters());
        lookups.forEach(lookup -> keys.add(lookup.column()));
        list.keys().ifPresent(source -> keys.addAll(source.columns()));
        keyedLists.forEach(keyed -> keyed.keys().ifPresent(source -> keys.addAll(source.columns())));
        if (bulkRows != null) {
            keys.addAll(bulkRows.completeFor().keySet());
        }
        return Set.copyOf(keys);
    }

    /** Every action that the table can call: what a caller may need to be allowed, and all that its calls may send. */
    public Set<String> actions() {
        var actions = new HashSet<String>();
        actions.addAll(list.operation().actions());
        list.keys()
                .flatMap(KeySource::parent)
                .ifPresent(parent -> actions.addAll(parent.operation().actions()));
        lookups.forEach(lookup -> actions.addAll(lookup.operation().actions()));
        keyedLists.forEach(keyed -> actions.addAll(keyed.operation().actions()));
        if (bulkRows != null) {
            actions.addAll(bulkRows.call().operation().actions());
        }
        for (Column<C, ?, ?> column : columns) {
            column.source().ways().forEach(way -> actions.addAll(way.actions()));
        }
        return Set.copyOf(actions);
    }

    @Override
    public String toString() {
        return name;
    }

    /** A definition that has a name. */
    public record Name(String name) {

        /** Says in one sentence what a row is. */
        public Description describedAs(String description) {
            return new Description(name, description);
        }
    }

    /** A definition that has a name and a sentence. */
    public record Description(String name, String description) {

        /** Says which listing gives the rows. */
        public <C, I> Builder<C, I> rowsFrom(ListCall<C, I> list) {
            return new Builder<>(name, description, list);
        }
    }

    /**
     * A definition that knows where its rows come from.
     *
     * @param <C> the connection
     * @param <I> the item behind a row
     */
    public static final class Builder<C, I> {
        private final String name;
        private final String description;
        private final ListCall<C, I> list;
        private final List<GetCall<C, ?>> lookups = new ArrayList<>();
        private final List<ListCall<C, ?>> keyedLists = new ArrayList<>();
        private final List<Column<C, ?, ?>> columns = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();
        private @Nullable String accountColumn;
        private @Nullable BulkRows<C, I, ?> bulkRows;

        private Builder(String name, String description, ListCall<C, I> list) {
            this.name = name;
            this.description = description;
            this.list = list;
        }

        /** Adds a look-up by key; of two that a query allows, the one added first is used. */
        public Builder<C, I> rowsByKey(GetCall<C, I> lookup) {
            lookups.add(lookup);
            return this;
        }

        /** Adds a listing of the rows that belong to a key, for queries that name it ({@link KeySource#required}). */
        public Builder<C, I> rowsPerKey(ListCall<C, I> keyed) {
            keyedLists.add(keyed);
            return this;
        }

        /** Says that a bulk answer names every row, and makes items of it. */
        public <B> Builder<C, I> rowsAlsoFrom(BulkCall<C, B> bulk, Extractor<B, I> item) {
            return rowsAlsoFrom(bulk, item, Map.of());
        }

        /** Says that a bulk answer names every row of a query that fixes one of these columns to this value. */
        public <B> Builder<C, I> rowsAlsoFrom(
                BulkCall<C, B> bulk, Extractor<B, I> item, Map<String, String> completeFor) {
            bulkRows = new BulkRows<>(bulk, item, completeFor);
            return this;
        }

        /** Adds a column that the row's own item fills. */
        public <T> Builder<C, I> column(String column, ColumnType<T> type, Extractor<I, T> extractor, String sentence) {
            return column(column, type, ColumnSource.item(extractor), sentence);
        }

        /** Adds a column that other calls fill. */
        public <T> Builder<C, I> column(
                String column, ColumnType<T> type, ColumnSource<C, I, T> source, String sentence) {
            columns.add(new Column<>(column, type, source, sentence));
            return this;
        }

        /** Adds a query that shows what the table is good for. */
        public Builder<C, I> example(String question, String sql) {
            examples.add(new Example(question, sql));
            return this;
        }

        /** Says which column holds the account. */
        public Builder<C, I> accountIn(String column) {
            accountColumn = column;
            return this;
        }

        /** Adds what several tables share. */
        public Builder<C, I> with(UnaryOperator<Builder<C, I>> shared) {
            return shared.apply(this);
        }

        /**
         * The table.
         *
         * @throws IllegalStateException naming every fault of the definition at once
         */
        public Table<C> build() {
            var faults = new ArrayList<String>();
            var names = new HashSet<String>();
            for (Column<C, ?, ?> column : columns) {
                if (!names.add(column.name())) {
                    faults.add("column " + column.name() + " is there twice");
                }
            }
            var table = new Table<>(this);
            for (String key : table.keyColumns()) {
                if (!names.contains(key)) {
                    faults.add("key column " + key + " is no column");
                }
            }
            boolean joins = bulkRows != null
                    || columns.stream()
                            .flatMap(column -> column.source().ways().stream())
                            .anyMatch(way -> way instanceof ColumnSource.FromBulk<?, ?, ?, ?>);
            if (joins && list.identity().isEmpty()) {
                faults.add("rows must have an id to meet a bulk answer");
            }
            if (keyedLists.stream().anyMatch(keyed -> keyed.keys().isEmpty())) {
                faults.add("a listing per key has no key");
            }
            if (accountColumn != null && !names.contains(accountColumn)) {
                faults.add("account column " + accountColumn + " is no column");
            }
            if (!faults.isEmpty()) {
                throw new IllegalStateException(name + ": " + String.join("; ", faults));
            }
            return table;
        }
    }
}
