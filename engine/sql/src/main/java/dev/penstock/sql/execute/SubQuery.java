package dev.penstock.sql.execute;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query inside an expression, run for each row for which its value is asked.
 *
 * @param compared the values that IN looks for
 * @param correlation under which the query finds the outer row, -1 if it reads none
 * @param width how many fields the outer row has
 * @param fields those of its fields that the query reads
 * @param outer their values
 */
public record SubQuery(
        Operator query,
        Form form,
        List<Evaluator> compared,
        int correlation,
        int width,
        List<Integer> fields,
        List<Evaluator> outer)
        implements Evaluator {

    /** What the query is asked for. */
    public enum Form {
        EXISTS,
        IN,
        VALUE,
        ARRAY
    }

    @Override
    public @Nullable Object evaluate(@Nullable Object[] row, Execution execution) {
        Execution inside = execution;
        if (correlation >= 0) {
            Object[] outerRow = new @Nullable Object[width];
            for (int i = 0; i < fields.size(); i++) {
                outerRow[fields.get(i)] = outer.get(i).evaluate(row, execution);
            }
            inside = execution.with(correlation, outerRow);
        }
        try (Cursor rows = query.open(inside)) {
            return switch (form) {
                case EXISTS -> rows.next() != null;
                case IN -> in(rows, row, execution);
                case VALUE -> value(rows);
                case ARRAY -> array(rows, execution);
            };
        }
    }

    private static @Nullable Object value(Cursor rows) {
        var first = rows.next();
        if (first == null) {
            return null;
        }
        if (rows.next() != null) {
            throw new EngineException(
                    ErrorCode.TOO_MANY_ROWS, "more than one row returned by a subquery used as an expression");
        }
        return first[0];
    }

    private static List<@Nullable Object> array(Cursor rows, Execution execution) {
        var values = new ArrayList<@Nullable Object>();
        try (var holding = new Holding(execution)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                holding.hold(row);
                values.add(row[0]);
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** Not known if no row is equal, but one may be. */
    private @Nullable Boolean in(Cursor rows, @Nullable Object[] row, Execution execution) {
        Object[] wanted = new @Nullable Object[compared.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = compared.get(i).evaluate(row, execution);
        }
        boolean unknown = false;
        for (var candidate = rows.next(); candidate != null; candidate = rows.next()) {
            boolean equal = true;
            boolean open = false;
            for (int i = 0; i < wanted.length && equal; i++) {
                Object left = wanted[i];
                Object right = candidate[i];
                if (left == null || right == null) {
                    open = true;
                } else {
                    equal = Values.compare(left, right) == 0;
                }
            }
            if (equal && !open) {
                return true;
            }
            unknown |= equal;
        }
        return unknown ? null : false;
    }
}
