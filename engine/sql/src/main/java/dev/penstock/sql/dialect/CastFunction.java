package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.TypeModifier;
import dev.penstock.sql.function.TypeRules;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUtil;

/**
 * A cast, written or implied. An own function, because Calcite's cast knows neither PostgreSQL's types nor its rules,
 * and evaluates itself while planning.
 */
public final class CastFunction extends SqlFunction implements Implemented {
    private static final long serialVersionUID = 1L;

    /** What the names of cast functions start with; no name that a query can write unquoted. */
    static final String PREFIX = "cast to ";

    private final String type;
    private final transient TypeModifier modifier;

    /**
     * A cast to a type.
     *
     * @param type PostgreSQL's internal name, with modifiers: {@code numeric(10,2)}, {@code text[]}
     */
    CastFunction(String type) {
        this(TypeModifier.typeOf(type), type);
    }

    private CastFunction(String plain, String type) {
        super(
                PREFIX + type,
                SqlKind.OTHER_FUNCTION,
                binding -> binding.getTypeFactory()
                        .createTypeWithNullability(
                                PostgresTypes.of(binding.getTypeFactory(), plain),
                                binding.getOperandType(0).isNullable()
                                        || PostgresTypes.isUnknown(binding.getOperandType(0))
                                        || TypeRules.isJson(PostgresTypes.nameOf(binding.getOperandType(0)))),
                (binding, result, types) -> Arrays.fill(types, PostgresTypes.nullable(binding.getTypeFactory(), plain)),
                new OverloadChecker(binding -> check(binding, plain)),
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.type = plain;
        this.modifier = TypeModifier.of(type);
    }

    /** What can't be cast is refused before the statement runs, and so is a literal that is none of the type. */
    private static List<String> check(SqlCallBinding binding, String type) {
        SqlNode operand = binding.operand(0);
        String from = Coercion.types(binding).get(0);
        if (!from.equals(TypeRules.UNKNOWN)) {
            Casts.requireCast(from, type);
        } else if (operand instanceof SqlLiteral literal && !SqlUtil.isNullLiteral(operand, false)) {
            checkLiteral(literal, type);
        }
        return List.of();
    }

    private static void checkLiteral(SqlLiteral literal, String type) {
        if (!Casts.dependsOnSession("text", type)) {
            try {
                Casts.literal(String.valueOf(literal.toValue()), type);
            } catch (EngineException e) {
                throw OverloadChecker.placed(e, literal.getParserPosition());
            }
        }
    }

    /** The type, without modifiers. */
    public String type() {
        return type;
    }

    @Override
    public ScalarFunction implementation(List<String> operandTypes) {
        ScalarFunction cast = Casts.function(operandTypes.get(0), type);
        return modifier.isNone() ? cast : (arguments, context) -> modifier.fit(cast.apply(arguments, context));
    }

    @Override
    public boolean strict() {
        return true;
    }

    /** It may depend on the session's time zone. */
    @Override
    public boolean isDeterministic() {
        return false;
    }
}
