package dev.penstock.cli.output;

import dev.penstock.sql.QueryResult;
import dev.penstock.sql.ResultColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows to be shown: those of a statement as they come, or rows that were kept. */
public interface ResultRows {
    /** The columns, known before the first row. */
    List<ResultColumn> columns();

    /** The next row, null after the last. */
    @Nullable
    Object @Nullable [] next();

    /** The text that PostgreSQL prints for a value of a column. */
    String text(int column, Object value);

    /** The rows of a statement. */
    static ResultRows of(QueryResult result) {
        return new ResultRows() {
            @Override
            public List<ResultColumn> columns() {
                return result.columns();
            }

            @Override
            public @Nullable Object @Nullable [] next() {
                return result.next();
            }

            @Override
            public String text(int column, Object value) {
                return result.text(column, value);
            }
        };
    }
}
