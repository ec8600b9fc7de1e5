package dev.penstock.sql.execute;

/** One node of an executable plan; immutable, so that it can be opened many times, also at once. */
@FunctionalInterface
public interface Operator {

    /** Starts the operator; nothing is read before the first {@link Cursor#next()}. */
    Cursor open(Execution execution);
}
