package dev.penstock.hcl;

/** A token and where it stands. */
record Token(TokenType type, int start, int end) {

    boolean is(TokenType other) {
        return type == other;
    }
}
