package dev.penstock.sql.dialect;

import dev.penstock.sql.function.JsonRecords;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.TypeModifier;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;

/** A column that a query defines for a function that returns records: the member of a name, in the column's type. */
final class RecordField extends SqlFunction implements Implemented {
    private static final long serialVersionUID = 1L;

    /** What the names of these functions start with; no name that a query can write unquoted. */
    static final String PREFIX = "field as ";

    private final String type;
    private final transient TypeModifier modifier;

    /**
     * A column.
     *
     * @param written PostgreSQL's internal name of its type, with modifiers
     */
    RecordField(String written) {
        super(
                PREFIX + written,
                SqlKind.OTHER_FUNCTION,
                binding -> PostgresTypes.nullable(binding.getTypeFactory(), TypeModifier.typeOf(written)),
                null,
                OperandTypes.ANY_ANY,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.type = TypeModifier.typeOf(written);
        this.modifier = TypeModifier.of(written);
    }

    @Override
    public ScalarFunction implementation(List<String> operandTypes) {
        return (arguments, context) -> JsonRecords.field(
                Objects.requireNonNull(arguments[0]), String.valueOf(arguments[1]), type, modifier, context);
    }

    @Override
    public boolean strict() {
        return true;
    }

    /** A value read from text may depend on the session's time zone. */
    @Override
    public boolean isDeterministic() {
        return false;
    }
}
