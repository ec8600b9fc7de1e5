package dev.penstock.hcl;

/** A value that doesn't fit where it is used. Whoever knows the place makes a {@link Diagnostic} of it. */
public final class ValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int argument;

    /** What doesn't fit. */
    public ValueException(String problem) {
        this(-1, problem);
    }

    /** What doesn't fit in the argument of this index. */
    public ValueException(int argument, String problem) {
        super(problem, null, false, false);
        this.argument = argument;
    }

    /** The index of the argument that doesn't fit, or -1 if it is none in particular. */
    public int argument() {
        return argument;
    }

    /** What doesn't fit. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
