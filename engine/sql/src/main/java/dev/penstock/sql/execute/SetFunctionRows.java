package dev.penstock.sql.execute;

import dev.penstock.sql.function.SetFunction;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each row as often as functions give rows for it, all of them in step: the row, what each function gives, NULL once it
 * has no more, and the number of the row if that is asked for.
 *
 * @param outer whether a row for which nothing is given stays, with NULLs
 */
public record SetFunctionRows(Operator input, List<Call> calls, boolean numbered, boolean outer) implements Operator {

    /**
     * A function.
     *
     * @param arguments columns of the input
     * @param strict whether it gives nothing as soon as one argument is NULL
     * @param width how many columns it gives
     */
    public record Call(SetFunction function, List<Integer> arguments, boolean strict, int width) {
        Iterator<@Nullable Object[]> rows(@Nullable Object[] row, Execution execution) {
            Object[] values = new @Nullable Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row[arguments.get(i)];
                if (strict && values[i] == null) {
                    return Collections.emptyIterator();
                }
            }
            return function.rows(values, execution.context());
        }
    }

    @Override
    public Cursor open(Execution execution) {
        int added = calls.stream().mapToInt(Call::width).sum() + (numbered ? 1 : 0);
        return new Rows.Step(input.open(execution)) {
            private @Nullable Object @Nullable [] row;
            private final Iterator<@Nullable Object[]>[] given = iterators(calls.size());
            private long number;

            @Override
            public @Nullable Object @Nullable [] next() {
                while (true) {
                    execution.checkCanceled();
                    @Nullable Object[] current = row;
                    if (current == null) {
                        current = source.next();
                        if (current == null) {
                            return null;
                        }
                        row = current;
                        number = 0;
                        for (int i = 0; i < given.length; i++) {
                            given[i] = calls.get(i).rows(current, execution);
                        }
                    }
                    Object[] extended = extended(current);
                    if (extended != null) {
                        return extended;
                    }
                    row = null;
                    if (outer && number == 0) {
                        return java.util.Arrays.copyOf(current, current.length + added);
                    }
                }
            }

            private @Nullable Object @Nullable [] extended(@Nullable Object[] current) {
                boolean any = false;
                for (Iterator<@Nullable Object[]> one : given) {
                    any |= one.hasNext();
                }
                if (!any) {
                    return null;
                }
                Object[] extended = java.util.Arrays.copyOf(current, current.length + added);
                int place = current.length;
                for (int i = 0; i < given.length; i++) {
                    if (given[i].hasNext()) {
                        @Nullable Object[] columns = given[i].next();
                        System.arraycopy(columns, 0, extended, place, columns.length);
                    }
                    place += calls.get(i).width();
                }
                number++;
                if (numbered) {
                    extended[place] = number;
                }
                return extended;
            }
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of generics
    private static Iterator<@Nullable Object[]>[] iterators(int count) {
        return new Iterator[count];
    }
}
