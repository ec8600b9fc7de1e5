package dev.penstock.hcl;

/** Ends the reading of one attribute or block header; the problem is in the list already. */
final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxException(String problem) {
        super(problem, null, false, false);
    }
}
