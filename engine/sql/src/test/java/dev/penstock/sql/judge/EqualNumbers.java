package dev.penstock.sql.judge;

import java.util.regex.Pattern;

/**
 * Numbers that are equal but spelled differently: 0 and -0, 1.0 and 1.00. Which of them stands for a group, for equal rows
 * of a set operation, or comes first in a tie, follows from the plan, which SQL leaves open: PostgreSQL gives the one or
 * the other, by how many rows it expects.
 */
final class EqualNumbers {
    private static final Pattern CHOOSES =
            Pattern.compile("(?i)\\b(?:group by|order by|distinct|union|intersect|except)\\b");
    private static final Pattern ZEROS_AT_THE_END = Pattern.compile("(?<=\\d)(?:\\.0+|(\\.\\d*?[1-9])0+)(?![\\d.eE])");
    private static final Pattern SIGNED_ZERO = Pattern.compile("(?<![\\w.])-0(?![\\w.])");

    private EqualNumbers() {}

    /** Whether a query has one of several equal values stand for all of them. */
    static boolean mayStandForEachOther(String sql) {
        return CHOOSES.matcher(sql).find();
    }

    /** The same answer with one spelling for each number. */
    static Answer spelled(Answer answer) {
        return answer instanceof Answer.Rows rows
                ? new Answer.Rows(
                        rows.columns(),
                        rows.rows().stream().map(EqualNumbers::spelled).toList())
                : answer;
    }

    private static String spelled(String row) {
        String trimmed = ZEROS_AT_THE_END.matcher(row).replaceAll("$1");
        return SIGNED_ZERO.matcher(trimmed).replaceAll("0");
    }
}
