package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.ScalarFunction;
import java.util.List;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.jspecify.annotations.Nullable;

/** Whether the number of a row lies behind an OFFSET and within a LIMIT, either of which may be NULL for none. */
final class RowRange extends SqlFunction implements Implemented {
    private static final long serialVersionUID = 1L;

    RowRange() {
        super(
                "row in range",
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.BOOLEAN,
                null,
                OperandTypes.VARIADIC,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }

    static SqlNode condition(SqlNode number, @Nullable SqlNode offset, @Nullable SqlNode fetch, SqlParserPos position) {
        return new RowRange().createCall(position, number, whole(offset, position), whole(fetch, position));
    }

    private static SqlNode whole(@Nullable SqlNode count, SqlParserPos position) {
        SqlNode given = count == null ? org.apache.calcite.sql.SqlLiteral.createNull(position) : count;
        return new SqlBasicCall(new CastFunction("int8"), List.of(given), position);
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public ScalarFunction implementation(List<String> operandTypes) {
        return (arguments, context) -> {
            long number = ((Number) java.util.Objects.requireNonNull(arguments[0])).longValue();
            long offset = count(arguments[1], 0, ErrorCode.INVALID_OFFSET, "OFFSET");
            long fetch = count(arguments[2], Long.MAX_VALUE, ErrorCode.INVALID_LIMIT, "LIMIT");
            return number > offset && number - offset <= fetch;
        };
    }

    private static long count(@Nullable Object given, long absent, ErrorCode code, String clause) {
        if (given == null) {
            return absent;
        }
        long count = ((Number) given).longValue();
        if (count < 0) {
            throw new EngineException(code, clause + " must not be negative");
        }
        return count;
    }
}
