package dev.penstock.sql.dialect;

import dev.penstock.grammar.PostgresOperators;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.FunctionDefinition;
import dev.penstock.sql.function.Overloads;
import dev.penstock.sql.function.ScalarFunction;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.InferTypes;

/** A binary operator of PostgreSQL's, with all of its overloads. */
final class PostgresBinaryOperator extends SqlBinaryOperator implements Implemented {
    private static final Map<String, SqlKind> ARITHMETIC =
            Map.of("+", SqlKind.PLUS, "-", SqlKind.MINUS, "*", SqlKind.TIMES, "/", SqlKind.DIVIDE, "%", SqlKind.MOD);

    private final transient List<FunctionDefinition> overloads;

    PostgresBinaryOperator(String name, List<FunctionDefinition> overloads) {
        super(
                name,
                ARITHMETIC.getOrDefault(name, SqlKind.OTHER),
                precedence(name),
                true,
                binding -> type(name, overloads, binding),
                InferTypes.FIRST_KNOWN,
                new OverloadChecker(binding ->
                        resolve(name, overloads, Coercion.types(binding)).parameters()));
        this.overloads = List.copyOf(overloads);
    }

    /** As the grammar has it; it matters only where trees are printed. */
    private static int precedence(String name) {
        SqlBinaryOperator known = PostgresOperators.BINARY.get(name);
        if (known != null) {
            return known.getLeftPrec();
        }
        return name.equals("+") || name.equals("-") ? 40 : 60;
    }

    @Override
    public boolean isDeterministic() {
        return overloads.stream().allMatch(FunctionDefinition::deterministic);
    }

    @Override
    public boolean strict() {
        return overloads.stream().allMatch(FunctionDefinition::strict);
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        return resolve(getName(), overloads, types).definition().function(types, !strict());
    }

    private static RelDataType type(String name, List<FunctionDefinition> overloads, SqlOperatorBinding binding) {
        String result = resolve(name, overloads, Coercion.types(binding)).result();
        return PostgresTypes.nullable(binding.getTypeFactory(), result);
    }

    private static Overloads.Resolved<FunctionDefinition> resolve(
            String name, List<FunctionDefinition> overloads, List<String> types) {
        String left = types.get(0);
        String right = types.get(1);
        return Overloads.resolveBinary(name, overloads, FunctionDefinition::signature, left, right)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.UNDEFINED_FUNCTION,
                        "operator does not exist: " + Casts.longName(left) + " " + name + " " + Casts.longName(right)));
    }
}
