package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.ResultRows;
import dev.penstock.sql.ResultColumn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that were shown last, up to a number: they can be written once more without a call. */
final class KeptRows {
    /** So many rows are held; of more none is kept, because a part would look like the whole. */
    static final int MOST = 20_000;

    private final ResultRows shown;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private boolean tooMany;
    private boolean whole;

    private KeptRows(ResultRows shown) {
        this.shown = shown;
    }

    /** Rows that are kept while they are shown. */
    static KeptRows of(ResultRows shown) {
        return new KeptRows(shown);
    }

    /** The rows to show. */
    ResultRows watched() {
        return new Copy() {
            @Override
            public @Nullable Object @Nullable [] next() {
                @Nullable Object[] row = shown.next();
                keep(row);
                return row;
            }
        };
    }

    private void keep(@Nullable Object @Nullable [] row) {
        if (row == null) {
            whole = true;
        } else if (rows.size() == MOST) {
            tooMany = true;
            rows.clear();
        } else if (!tooMany) {
            rows.add(row);
        }
    }

    /** Whether every row is here. */
    boolean isWhole() {
        return whole && !tooMany;
    }

    /** Whether there were more than are kept. */
    boolean isTooMany() {
        return tooMany;
    }

    /** The rows of which each is a list of texts, for comparison. */
    List<List<String>> texts() {
        return rows.stream().map(this::texts).toList();
    }

    private List<String> texts(@Nullable Object[] row) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            texts.add(value == null ? "<null>" : shown.text(i, value));
        }
        return texts;
    }

    List<ResultColumn> columns() {
        return shown.columns();
    }

    /** The values of a column. */
    List<@Nullable Object> values(int column) {
        var values = new ArrayList<@Nullable Object>();
        rows.forEach(row -> values.add(row[column]));
        return values;
    }

    /** The rows once more. */
    ResultRows again() {
        Iterator<@Nullable Object[]> left = rows.iterator();
        return new Copy() {
            @Override
            public @Nullable Object @Nullable [] next() {
                return left.hasNext() ? left.next() : null;
            }
        };
    }

    private abstract class Copy implements ResultRows {
        @Override
        public List<ResultColumn> columns() {
            return shown.columns();
        }

        @Override
        public String text(int column, Object value) {
            return shown.text(column, value);
        }
    }
}
