package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.TypeRules;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;

/** Which types may be compared, and as what (chapter 9.2). */
final class Comparisons {
    private static final Set<String> NOT_EQUAL = Set.of("json", "json[]");
    private static final Set<String> EQUALITY = Set.of("IS DISTINCT FROM", "IS NOT DISTINCT FROM");

    private Comparisons() {}

    /**
     * The type as which both sides are compared.
     *
     * @param at where the message points
     */
    static String commonType(String operator, String left, String right, SqlNode at) {
        boolean comparable = !NOT_EQUAL.contains(left) && !NOT_EQUAL.contains(right);
        if (comparable) {
            if (left.equals("record") && right.equals("record")) {
                return left;
            }
            if (List.of(left, right).containsAll(List.of("text", "bpchar"))) {
                return "text";
            }
            String common = TypeRules.common(List.of(left, right)).orElse("");
            if (!common.isEmpty() && same(left, right, common)) {
                return common;
            }
        }
        throw OverloadChecker.placed(
                new EngineException(
                        ErrorCode.UNDEFINED_FUNCTION,
                        "operator does not exist: " + Casts.longName(left) + " " + written(operator) + " "
                                + Casts.longName(right)),
                at.getParserPosition());
    }

    /** Times of day compare with times of day only; a money is no number. */
    private static boolean same(String left, String right, String common) {
        Set<String> own = Set.of("time", "timetz", "money");
        boolean mixes = !own.contains(left) && !own.contains(right);
        boolean equal = left.equals(common) && right.equals(common);
        return equal || mixes || left.equals(TypeRules.UNKNOWN) || right.equals(TypeRules.UNKNOWN);
    }

    private static String written(String operator) {
        return EQUALITY.contains(operator) ? "=" : operator;
    }
}
