package dev.penstock.sql.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an expression can name: the FROM items of its query, and those of the queries around it. */
final class Scope {
    private final @Nullable Scope outer;
    private final List<FromItem> items = new ArrayList<>();
    private final Map<String, List<String>> queries = new HashMap<>();
    private boolean complete = true;

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /** Around the whole statement. */
    static Scope outermost() {
        return new Scope(null);
    }

    /** Of a query inside this one. */
    Scope inner() {
        return new Scope(this);
    }

    List<FromItem> items() {
        return items;
    }

    void add(FromItem item) {
        items.add(item);
    }

    /** An item came whose columns are not known: validation will say what is wrong with it. */
    void addUnknown() {
        complete = false;
    }

    boolean isComplete() {
        return complete;
    }

    /** A query by the name that WITH gives it. */
    void define(String name, List<String> columns) {
        queries.put(name, columns);
    }

    /** The columns of a query that WITH names. */
    Optional<List<String>> query(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            List<String> columns = scope.queries.get(name);
            if (columns != null) {
                return Optional.of(columns);
            }
        }
        return Optional.empty();
    }

    /** Whether a name may be that of a column, here or further out. */
    boolean mayBeColumn(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (!scope.complete || scope.items.stream().anyMatch(item -> item.count(name) > 0)) {
                return true;
            }
        }
        return false;
    }

    /** The nearest item of a name. */
    Optional<FromItem> item(String alias) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            for (FromItem item : scope.items) {
                if (item.alias().equals(alias)) {
                    return Optional.of(item);
                }
            }
        }
        return Optional.empty();
    }

    /** The item of this query alone that has a column of the name. */
    Optional<FromItem> owner(String column) {
        return items.stream().filter(item -> item.count(column) > 0).findFirst();
    }
}
