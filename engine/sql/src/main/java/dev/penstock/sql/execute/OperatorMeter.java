package dev.penstock.sql.execute;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What an operator did in a statement that is measured: the rows that it gave, and the time in it and below it. */
public final class OperatorMeter {
    private final LongAdder rows = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** The same operator, measured. */
    public Operator around(Operator operator) {
        return execution -> {
            long started = System.nanoTime();
            try {
                return new Measured(operator.open(execution));
            } finally {
                nanos.add(System.nanoTime() - started);
            }
        };
    }

    /** The rows that it gave. */
    public long rows() {
        return rows.sum();
    }

    /** Nanoseconds in it and in what it reads from. */
    public long nanos() {
        return nanos.sum();
    }

    private final class Measured extends Rows.Step {
        Measured(Cursor source) {
            super(source);
        }

        @Override
        public @Nullable Object @Nullable [] next() {
            long started = System.nanoTime();
            try {
                var row = source.next();
                if (row != null) {
                    rows.increment();
                }
                return row;
            } finally {
                nanos.add(System.nanoTime() - started);
            }
        }
    }
}
