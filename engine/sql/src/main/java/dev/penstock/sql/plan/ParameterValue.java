package dev.penstock.sql.plan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.dialect.CastFunction;
import dev.penstock.sql.dialect.Parameter;
import dev.penstock.sql.dialect.PostgresTypes;
import dev.penstock.sql.execute.Evaluator;
import dev.penstock.sql.execute.Execution;
import dev.penstock.sql.function.ParameterText;
import java.util.Optional;
import org.apache.calcite.rex.RexCall;
import org.jspecify.annotations.Nullable;

/** The values of {@code $1}, {@code $2} and so on, in the form that their places ask for. */
final class ParameterValue {
    private ParameterValue() {}

    /** The value as it was given. */
    static @Nullable Object at(int index, Execution execution) {
        if (index >= execution.parameters().size()) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "there is no value for parameter $" + (index + 1));
        }
        return execution.parameters().get(index);
    }

    /** The text from which a value of this type is read. */
    static Evaluator as(String type, Parameter parameter) {
        int index = parameter.index();
        return (row, execution) -> {
            Object value = at(index, execution);
            return value == null ? null : ParameterText.of(value, type);
        };
    }

    /** What a cast of a parameter reads; empty if the call is no such cast. */
    static Optional<Evaluator> belowCast(RexCall call) {
        return call.getOperator() instanceof CastFunction
                        && call.getOperands().get(0) instanceof RexCall operand
                        && operand.getOperator() instanceof Parameter parameter
                ? Optional.of(as(PostgresTypes.nameOf(call.getType()), parameter))
                : Optional.empty();
    }
}
