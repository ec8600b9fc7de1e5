package dev.penstock.hcl;

/** The kinds of token, each with what it is called in messages. */
enum TokenType {
    NEWLINE("the end of the line"),
    COMMENT("a comment"),
    IDENTIFIER("a name"),
    NUMBER("a number"),
    OPEN_QUOTE("a quote"),
    CLOSE_QUOTE("the closing quote"),
    OPEN_HEREDOC("a heredoc"),
    CLOSE_HEREDOC("the end mark of the heredoc"),
    /** Literal text between quotes, escapes not yet resolved. */
    QUOTED_TEXT("text"),
    /** Literal text of a heredoc or of a template file: at most one line. */
    PLAIN_TEXT("text"),
    OPEN_INTERPOLATION("\"${\""),
    OPEN_DIRECTIVE("\"%{\""),
    CLOSE_SEQUENCE("\"}\""),
    OPEN_BRACE("\"{\""),
    CLOSE_BRACE("\"}\""),
    OPEN_BRACKET("\"[\""),
    CLOSE_BRACKET("\"]\""),
    OPEN_PARENTHESIS("\"(\""),
    CLOSE_PARENTHESIS("\")\""),
    DOT("\".\""),
    COMMA("\",\""),
    COLON("\":\""),
    DOUBLE_COLON("\"::\""),
    QUESTION("\"?\""),
    EQUALS("\"=\""),
    ARROW("\"=>\""),
    ELLIPSIS("\"...\""),
    OR("\"||\""),
    AND("\"&&\""),
    NOT("\"!\""),
    EQUAL("\"==\""),
    NOT_EQUAL("\"!=\""),
    LESS("\"<\""),
    LESS_OR_EQUAL("\"<=\""),
    GREATER("\">\""),
    GREATER_OR_EQUAL("\">=\""),
    PLUS("\"+\""),
    MINUS("\"-\""),
    STAR("\"*\""),
    SLASH("\"/\""),
    PERCENT("\"%\""),
    /** Something that is no token; the lexer has reported it. */
    INVALID("something that is no HCL"),
    END("the end of the file");

    private final String description;

    TokenType(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    boolean opens() {
        return switch (this) {
            case OPEN_QUOTE,
                    OPEN_HEREDOC,
                    OPEN_INTERPOLATION,
                    OPEN_DIRECTIVE,
                    OPEN_BRACE,
                    OPEN_BRACKET,
                    OPEN_PARENTHESIS -> true;
            default -> false;
        };
    }

    boolean closes() {
        return switch (this) {
            case CLOSE_QUOTE, CLOSE_HEREDOC, CLOSE_SEQUENCE, CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PARENTHESIS -> true;
            default -> false;
        };
    }
}
