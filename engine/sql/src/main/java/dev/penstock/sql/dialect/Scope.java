package dev.penstock.sql.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /**
     * The item of the only column of a name, as seen from here; empty if there is none or several, if the name of the item
     * means another one here, or if not all columns are known.
     */
    Optional<FromItem> resolve(String column) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            List<FromItem> owners =
                    scope.items.stream().filter(item -> item.count(column) > 0).toList();
            if (!scope.complete || owners.size() > 1) {
                return Optional.empty();
            }
            if (owners.size() == 1) {
                FromItem owner = owners.get(0);
                return item(owner.alias()).filter(item -> item == owner && item.count(column) == 1);
            }
        }
        return Optional.empty();
    }

    /** The names of all columns around. */
    Set<String> columnNames() {
        var names = outer == null ? new TreeSet<String>() : new TreeSet<>(outer.columnNames());
        items.forEach(item -> item.columns().forEach(column -> names.add(column.name())));
        return names;
    }

    /** Whether the columns of all items around are known. */
    boolean isCompleteThroughout() {
        return complete && (outer == null || outer.isCompleteThroughout());
    }

    /** Whether a name may be that of a column of this query's own items. */
    boolean mayBeColumnHere(String name) {
        return !complete || items.stream().anyMatch(item -> item.count(name) > 0);
    }
}
