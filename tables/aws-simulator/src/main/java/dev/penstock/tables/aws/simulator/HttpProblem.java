package dev.penstock.tables.aws.simulator;

/** A request that is not HTTP as spoken here; the connection ends with the answer. */
final class HttpProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    HttpProblem(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
