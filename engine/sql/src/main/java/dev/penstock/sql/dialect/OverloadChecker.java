package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.TextPosition;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;

/**
 * Casts the operands of a call to what the operator takes.
 *
 * @param parameters the types that a call's operands must have, or an {@link EngineException} in PostgreSQL's words
 */
record OverloadChecker(Function<SqlCallBinding, List<String>> parameters) implements SqlOperandTypeChecker {

    @Override
    public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
        try {
            Coercion.castOperands(binding, parameters.apply(binding));
            return true;
        } catch (EngineException e) {
            if (throwOnFailure) {
                throw e.position().isPresent() ? e : placed(e, binding.getCall().getParserPosition());
            }
            return false;
        }
    }

    /** The same error at a place of the statement. */
    static EngineException placed(EngineException error, SqlParserPos position) {
        return new EngineException(
                error.code(),
                error.getMessage(),
                new TextPosition(position.getLineNum(), position.getColumnNum()),
                error);
    }

    @Override
    public SqlOperandCountRange getOperandCountRange() {
        return SqlOperandCountRanges.any();
    }

    @Override
    public String getAllowedSignatures(SqlOperator operator, String operatorName) {
        return operatorName;
    }
}
