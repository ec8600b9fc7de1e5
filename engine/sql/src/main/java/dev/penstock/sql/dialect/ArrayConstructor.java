package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.TypeRules;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;

/** {@code array[a, b]}: elements get a common type; an array of arrays has the type of its elements. */
final class ArrayConstructor extends SqlFunction implements Implemented {
    private static final long serialVersionUID = 1L;

    /** A name that no query can write unquoted. */
    static final String NAME = "array of";

    ArrayConstructor() {
        super(
                NAME,
                SqlKind.OTHER_FUNCTION,
                binding -> {
                    String element = elementType(binding);
                    return PostgresTypes.nullable(
                            binding.getTypeFactory(), TypeRules.isArray(element) ? element : element + "[]");
                },
                null,
                new OverloadChecker(binding -> Collections.nCopies(binding.getOperandCount(), elementType(binding))),
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }

    private static String elementType(SqlOperatorBinding binding) {
        if (binding.getOperandCount() == 0) {
            throw new EngineException(ErrorCode.INDETERMINATE_TYPE, "cannot determine type of empty array");
        }
        return CommonType.of("array", Coercion.types(binding));
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        return (arguments, context) -> Collections.unmodifiableList(Arrays.asList(arguments.clone()));
    }
}
