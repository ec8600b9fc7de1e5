package dev.penstock.hcl;

import java.util.List;

/** Something in a file that is no HCL, or that has no value. */
public final class HclException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /** What is wrong, and where. */
    public HclException(String problem, SourcePosition position) {
        this(List.of(new Diagnostic(problem, "", position, "")));
    }

    /**
     * Everything that is wrong; the message is that of the first.
     *
     * @throws IllegalArgumentException if nothing is wrong
     */
    public HclException(List<Diagnostic> diagnostics) {
        super(first(diagnostics).message());
        this.diagnostics = List.copyOf(diagnostics);
    }

    private static Diagnostic first(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("an HclException needs a diagnostic");
        }
        return diagnostics.get(0);
    }

    /** What is wrong, at least one thing. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Where the first thing is wrong. */
    public SourcePosition position() {
        return diagnostics.get(0).position();
    }

    /** The first thing that is wrong, without its place. */
    public String problem() {
        return diagnostics.get(0).problem();
    }
}
