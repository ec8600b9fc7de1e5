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

    /** True after the text of an interval, where a unit counts the number; a range of units is not supported. */
    static boolean opensIntervalUnit(Token first, Token second) {
        return switch (first.kind) {
            case YEAR, MONTH, DAY, HOUR, MINUTE, SECOND -> second.kind != TO && second.kind != LPAREN;
            default -> false;
        };
    }
}
