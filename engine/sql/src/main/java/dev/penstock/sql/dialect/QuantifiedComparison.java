package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.ScalarFunction;
import dev.penstock.sql.function.TypeRules;
import dev.penstock.sql.function.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.jspecify.annotations.Nullable;

/** {@code x = any (array)} and {@code x <> all (array)} (chapter 9.24). */
final class QuantifiedComparison extends SqlFunction implements Implemented {
    private static final long serialVersionUID = 1L;

    private static final Map<String, IntPredicate> COMPARISONS = Map.of(
            "=", order -> order == 0,
            "<>", order -> order != 0,
            "<", order -> order < 0,
            "<=", order -> order <= 0,
            ">", order -> order > 0,
            ">=", order -> order >= 0);

    private final boolean all;
    private final transient IntPredicate wanted;

    private QuantifiedComparison(String comparison, boolean all) {
        super(
                name(comparison, all),
                SqlKind.OTHER_FUNCTION,
                binding -> PostgresTypes.nullable(binding.getTypeFactory(), "bool"),
                null,
                new OverloadChecker(binding -> {
                    String element = elementType(comparison, binding);
                    return List.of(element, element + "[]");
                }),
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.all = all;
        this.wanted = Objects.requireNonNull(COMPARISONS.get(comparison));
    }

    /** The name of one of these; no query can write it unquoted. */
    static String name(String comparison, boolean all) {
        return comparison + (all ? " all of" : " any of");
    }

    static List<SqlOperator> all() {
        var all = new ArrayList<SqlOperator>();
        for (String comparison : COMPARISONS.keySet()) {
            all.add(new QuantifiedComparison(comparison, true));
            all.add(new QuantifiedComparison(comparison, false));
        }
        return all;
    }

    private static String elementType(String comparison, SqlCallBinding binding) {
        List<String> types = Coercion.types(binding);
        String array = types.get(1);
        if (array.equals(TypeRules.UNKNOWN)) {
            return types.get(0).equals(TypeRules.UNKNOWN) ? "text" : types.get(0);
        }
        if (!TypeRules.isArray(array)) {
            throw new EngineException(ErrorCode.WRONG_OBJECT_TYPE, "op ANY/ALL (array) requires array on right side");
        }
        return Comparisons.commonType(comparison, types.get(0), TypeRules.elementOf(array), binding.getCall());
    }

    @Override
    public boolean strict() {
        return false;
    }

    /** Of no elements it is known what they are, whatever the value. */
    @Override
    public ScalarFunction implementation(List<String> types) {
        return (arguments, context) -> {
            if (!(arguments[1] instanceof List<?> elements)) {
                return null;
            }
            Object value = arguments[0];
            return value == null ? (elements.isEmpty() ? (Boolean) all : null) : found(value, elements);
        };
    }

    private @Nullable Boolean found(Object value, List<?> elements) {
        boolean unknown = false;
        for (Object element : elements) {
            if (element == null) {
                unknown = true;
            } else if (element instanceof List<?> inner) {
                Boolean found = found(value, inner);
                if (found != null && found != all) {
                    return found;
                }
                unknown |= found == null;
            } else if (wanted.test(Values.compare(value, element)) != all) {
                return !all;
            }
        }
        return unknown ? null : (Boolean) all;
    }
}
