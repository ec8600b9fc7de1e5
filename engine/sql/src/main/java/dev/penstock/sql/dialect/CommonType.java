package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.TypeRules;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;

/** A function whose arguments all get one type, that of its result: {@code coalesce}, {@code greatest}, {@code least}. */
final class CommonType extends SqlFunction implements Implemented {
    private final transient ScalarFunction implementation;

    CommonType(String name, SqlKind kind, ScalarFunction implementation) {
        super(
                name,
                kind,
                binding -> PostgresTypes.nullable(binding.getTypeFactory(), of(name, Coercion.types(binding))),
                null,
                new OverloadChecker(
                        binding -> Collections.nCopies(binding.getOperandCount(), of(name, Coercion.types(binding)))),
                SqlFunctionCategory.SYSTEM);
        this.implementation = implementation;
    }

    /**
     * The common type of expressions.
     *
     * @param what who needs it, for the message
     */
    static String of(String what, List<String> types) {
        return TypeRules.common(types).orElseThrow(() -> mismatch(what, types));
    }

    private static EngineException mismatch(String what, List<String> types) {
        List<String> known =
                types.stream().filter(type -> !type.equals(TypeRules.UNKNOWN)).toList();
        String first = known.get(0);
        String other = known.stream()
                .filter(type -> TypeRules.common(List.of(first, type)).isEmpty())
                .findFirst()
                .orElse(known.get(known.size() - 1));
        return new EngineException(
                ErrorCode.DATATYPE_MISMATCH,
                what.toUpperCase(Locale.ROOT) + " types " + Casts.longName(first) + " and " + Casts.longName(other)
                        + " cannot be matched");
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public ScalarFunction implementation(List<String> types) {
        return implementation;
    }
}
