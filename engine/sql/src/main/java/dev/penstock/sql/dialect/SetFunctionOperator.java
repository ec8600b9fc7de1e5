package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Overloads;
import dev.penstock.sql.function.SetFunctionDefinition;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A function that gives rows, with all of its overloads. To validation it gives one of its rows; the planner makes rows
 * of it.
 */
public final class SetFunctionOperator extends SqlFunction {
    private static final long serialVersionUID = 1L;

    private final transient List<SetFunctionDefinition> overloads;

    SetFunctionOperator(String name, List<SetFunctionDefinition> overloads) {
        super(
                new SqlIdentifier(name, SqlParserPos.ZERO),
                binding -> type(name, overloads, binding),
                null,
                new OverloadChecker(binding ->
                        resolve(name, overloads, Coercion.types(binding)).parameters()),
                null,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.overloads = List.copyOf(overloads);
    }

    /** What a call with arguments of these types gives. */
    public SetFunctionDefinition.Call call(List<String> arguments) {
        return resolve(getName(), overloads, arguments);
    }

    private static RelDataType type(String name, List<SetFunctionDefinition> overloads, SqlOperatorBinding binding) {
        List<String> columns = resolve(name, overloads, Coercion.types(binding)).columnTypes();
        return PostgresTypes.nullable(binding.getTypeFactory(), columns.size() == 1 ? columns.get(0) : "record");
    }

    private static SetFunctionDefinition.Call resolve(
            String name, List<SetFunctionDefinition> overloads, List<String> arguments) {
        return SetFunctionDefinition.resolve(overloads, arguments)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.UNDEFINED_FUNCTION, Overloads.called(name, arguments) + " does not exist"));
    }

    @Override
    public SqlKind getKind() {
        return SqlKind.OTHER_FUNCTION;
    }

    @Override
    public boolean isDeterministic() {
        return false;
    }
}
