package dev.penstock.grammar;

/** Decides by the token after it whether a word that is not reserved opens a clause or is a name. */
final class KeywordContext implements PostgresParserImplConstants {
    private KeywordContext() {}

    /** True inside {@code OVER (}, where PARTITION BY, ROWS, RANGE and GROUPS open clauses and other words name a window. */
    static boolean opensWindowClause(Token first, Token second) {
        return switch (first.kind) {
            case PARTITION -> second.kind == BY;
            case ROWS, RANGE, GROUPS -> second.kind != RPAREN && second.kind != PARTITION && second.kind != ORDER;
            default -> false;
        };
    }

    /** True after the text of an interval, where the word says what its numbers count and which fields are kept. */
    static boolean isIntervalField(Token word) {
        return switch (word.kind) {
            case YEAR, MONTH, DAY, HOUR, MINUTE, SECOND -> true;
            default -> false;
        };
    }

    /** True before the type interval where it says more than its name. */
    static boolean opensIntervalType(Token word, Token second) {
        return word.kind == INTERVAL && (second.kind == LPAREN || isIntervalField(second));
    }
}
