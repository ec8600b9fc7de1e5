package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.TypeRules;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.jspecify.annotations.Nullable;

/** Where a statement wants a truth value: literals are read as one, and what has another type is refused. */
final class Conditions {
    private Conditions() {}

    /** The same call with its literal conditions as boolean. */
    static SqlCall typed(SqlCall call) {
        if (call instanceof SqlSelect select) {
            select.setWhere(typed(select.getWhere()));
            select.setHaving(typed(select.getHaving()));
        } else if (call instanceof SqlJoin join && !(join.getCondition() instanceof SqlNodeList)) {
            join.setOperand(5, typed(join.getCondition()));
        } else if (call instanceof SqlCase cases) {
            cases.getWhenOperands().replaceAll(Conditions::typed);
        }
        return call;
    }

    private static @Nullable SqlNode typed(@Nullable SqlNode condition) {
        return condition != null && Coercion.isUnknown(condition)
                ? ScalarRewrites.function(CastFunction.PREFIX + "bool", condition.getParserPosition(), condition)
                : condition;
    }

    /**
     * Refuses a condition that is none.
     *
     * @param clause what PostgreSQL calls its place
     */
    static void check(SqlValidator validator, SqlValidatorScope scope, SqlNode condition, String clause) {
        check(Coercion.typeOf(validator, scope, condition), condition, clause);
    }

    /** Refuses a condition of a type other than boolean. */
    static void check(String type, SqlNode condition, String clause) {
        if (!type.equals("bool") && !type.equals(TypeRules.UNKNOWN)) {
            throw OverloadChecker.placed(
                    new EngineException(
                            ErrorCode.DATATYPE_MISMATCH,
                            "argument of " + clause + " must be type boolean, not type " + Casts.longName(type)),
                    condition.getParserPosition());
        }
    }
}
