package dev.penstock.hcl;

/** Something in a file that is no HCL, or that has no value. */
public final class HclException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SourcePosition position;
    private final String problem;

    /** What is wrong, and where. */
    public HclException(String problem, SourcePosition position) {
        super(position + ": " + problem);
        this.problem = problem;
        this.position = position;
    }

    /** Where. */
    public SourcePosition position() {
        return position;
    }

    /** What, without the place. */
    public String problem() {
        return problem;
    }
}
