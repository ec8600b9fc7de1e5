package dev.penstock.hcl;

/** Operators and punctuation. */
final class Symbols {
    private Symbols() {}

    /** A symbol and how many characters it has. */
    record Match(TokenType type, int length) {}

    static Match at(String text, int place) {
        char c = text.charAt(place);
        char next = place + 1 < text.length() ? text.charAt(place + 1) : '\0';
        return switch (c) {
            case '[' -> one(TokenType.OPEN_BRACKET);
            case ']' -> one(TokenType.CLOSE_BRACKET);
            case '(' -> one(TokenType.OPEN_PARENTHESIS);
            case ')' -> one(TokenType.CLOSE_PARENTHESIS);
            case ',' -> one(TokenType.COMMA);
            case '?' -> one(TokenType.QUESTION);
            case '+' -> one(TokenType.PLUS);
            case '-' -> one(TokenType.MINUS);
            case '*' -> one(TokenType.STAR);
            case '/' -> one(TokenType.SLASH);
            case '%' -> one(TokenType.PERCENT);
            case '.' -> text.startsWith("...", place) ? new Match(TokenType.ELLIPSIS, 3) : one(TokenType.DOT);
            case ':' -> next == ':' ? two(TokenType.DOUBLE_COLON) : one(TokenType.COLON);
            case '=' -> next == '=' ? two(TokenType.EQUAL) : next == '>' ? two(TokenType.ARROW) : one(TokenType.EQUALS);
            case '!' -> next == '=' ? two(TokenType.NOT_EQUAL) : one(TokenType.NOT);
            case '<' -> next == '=' ? two(TokenType.LESS_OR_EQUAL) : one(TokenType.LESS);
            case '>' -> next == '=' ? two(TokenType.GREATER_OR_EQUAL) : one(TokenType.GREATER);
            case '&' -> next == '&' ? two(TokenType.AND) : one(TokenType.INVALID);
            case '|' -> next == '|' ? two(TokenType.OR) : one(TokenType.INVALID);
            default -> new Match(TokenType.INVALID, Character.charCount(text.codePointAt(place)));
        };
    }

    private static Match one(TokenType type) {
        return new Match(type, 1);
    }

    private static Match two(TokenType type) {
        return new Match(type, 2);
    }

    static String problem(String text, int place) {
        int point = text.codePointAt(place);
        return switch (point) {
            case '&', '|', '^', '~' -> "there are no operators on bits";
            case '\'', '`' -> "text stands in double quotes";
            case 0xDC80 -> "this is no UTF-8";
            default -> {
                boolean visible = !Character.isISOControl(point) && !Character.isWhitespace(point);
                String shown = visible ? Character.toString(point) : String.format("U+%04X", point);
                yield "the character " + shown + " means nothing here";
            }
        };
    }

    static String suggestion(String text, int place) {
        return switch (text.codePointAt(place)) {
            case '&' -> "did you mean \"&&\"?";
            case '|' -> "did you mean \"||\"?";
            case '~' -> "did you mean \"!\"?";
            case '\'', '\u2018', '\u2019', '\u201C', '\u201D' -> "use \"";
            case '`' -> "use \", or a heredoc for several lines";
            case ';' -> "put the next attribute on a line of its own";
            default -> "";
        };
    }
}
