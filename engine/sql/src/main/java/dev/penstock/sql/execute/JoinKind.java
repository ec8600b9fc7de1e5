package dev.penstock.sql.execute;

/** How a join treats rows without a partner. */
public enum JoinKind {
    INNER(false, false),
    LEFT(true, false),
    RIGHT(false, true),
    FULL(true, true),
    /** The left rows that have a partner, each once, without it. */
    SEMI(false, false),
    /** The left rows that have none. */
    ANTI(false, false);

    private final boolean keepsLeft;
    private final boolean keepsRight;

    JoinKind(boolean keepsLeft, boolean keepsRight) {
        this.keepsLeft = keepsLeft;
        this.keepsRight = keepsRight;
    }

    boolean keepsLeft() {
        return keepsLeft;
    }

    boolean keepsRight() {
        return keepsRight;
    }

    boolean givesLeftOnly() {
        return this == SEMI || this == ANTI;
    }
}
