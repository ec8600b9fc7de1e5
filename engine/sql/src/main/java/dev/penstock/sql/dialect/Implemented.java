package dev.penstock.sql.dialect;

import dev.penstock.sql.function.ScalarFunction;
import org.apache.calcite.sql.SqlOperator;

/** An operator that brings its own implementation. */
public interface Implemented {

    /** What it does, given the names of its operands' types. */
    ScalarFunction implementation(java.util.List<String> operandTypes);

    /** Whether it is NULL as soon as one operand is; then the implementation never sees one. */
    boolean strict();

    /** The implementation behind an operator, if it brings one. */
    static java.util.Optional<Implemented> of(SqlOperator operator) {
        return operator instanceof Implemented implemented
                ? java.util.Optional.of(implemented)
                : java.util.Optional.empty();
    }
}
