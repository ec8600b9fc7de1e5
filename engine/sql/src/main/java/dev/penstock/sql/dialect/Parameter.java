package dev.penstock.sql.dialect;

import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;

/** {@code $n}, whose type is up to its context; Calcite's own parameters must have theirs before the context is known. */
public final class Parameter extends SqlFunction {
    private static final long serialVersionUID = 1L;

    /** What the names of parameters start with. */
    static final String PREFIX = "parameter $";

    private final int index;

    /**
     * A parameter.
     *
     * @param index counted from 0
     */
    Parameter(int index) {
        super(
                PREFIX + (index + 1),
                SqlKind.OTHER_FUNCTION,
                binding -> PostgresTypes.nullable(binding.getTypeFactory(), "text"),
                null,
                OperandTypes.NILADIC,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.index = index;
    }

    /** Whether it is the name of a parameter. */
    static boolean isName(String name) {
        return name.startsWith(PREFIX);
    }

    /** Its place among the values of the statement, from 0. */
    public int index() {
        return index;
    }
}
