package dev.penstock.sql.dialect;

import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;

/**
 * Where a frame begins or ends whose bound is a distance from the current row's key.
 *
 * @param key the key, in the type of the goal
 * @param goal the key plus or minus the distance
 */
public record RangeOffset(RexNode key, RexNode goal) {

    /** The bound at {@code distance} from {@code key}. */
    public static RangeOffset of(RexBuilder rexBuilder, RexNode key, RexNode distance, boolean minus) {
        // A date minus an interval is a timestamp.
        RexNode comparable = PostgresTypes.nameOf(key.getType()).equals("date")
                        && PostgresTypes.nameOf(distance.getType()).equals("interval")
                ? rexBuilder.makeCall(new CastFunction("timestamp"), key)
                : key;
        SqlOperator operator = PostgresOperatorTable.operator(minus ? "-" : "+");
        return new RangeOffset(comparable, rexBuilder.makeCall(operator, comparable, distance));
    }
}
