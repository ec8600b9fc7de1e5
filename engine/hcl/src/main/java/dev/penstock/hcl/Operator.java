package dev.penstock.hcl;

import java.util.Optional;

/** The operators, each with its sign and how tightly it binds. */
public enum Operator {
    OR("||", 1),
    AND("&&", 2),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    LESS("<", 4),
    LESS_OR_EQUAL("<=", 4),
    GREATER(">", 4),
    GREATER_OR_EQUAL(">=", 4),
    ADD("+", 5),
    SUBTRACT("-", 5),
    MULTIPLY("*", 6),
    DIVIDE("/", 6),
    REMAINDER("%", 6),
    NEGATE("-", 7),
    NOT("!", 7);

    private final String sign;
    private final int precedence;

    Operator(String sign, int precedence) {
        this.sign = sign;
        this.precedence = precedence;
    }

    /** How it is written. */
    public String sign() {
        return sign;
    }

    int precedence() {
        return precedence;
    }

    /** The operator between two values that a token stands for. */
    static Optional<Operator> between(TokenType token) {
        return Optional.ofNullable(
                switch (token) {
                    case OR -> OR;
                    case AND -> AND;
                    case EQUAL -> EQUAL;
                    case NOT_EQUAL -> NOT_EQUAL;
                    case LESS -> LESS;
                    case LESS_OR_EQUAL -> LESS_OR_EQUAL;
                    case GREATER -> GREATER;
                    case GREATER_OR_EQUAL -> GREATER_OR_EQUAL;
                    case PLUS -> ADD;
                    case MINUS -> SUBTRACT;
                    case STAR -> MULTIPLY;
                    case SLASH -> DIVIDE;
                    case PERCENT -> REMAINDER;
                    default -> null;
                });
    }
}
