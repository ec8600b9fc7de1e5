package dev.penstock.sql.dialect;

import dev.penstock.sql.function.TypeModifier;
import dev.penstock.sql.function.TypeRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;

/** Literals in the rows of VALUES: they take the type that the other rows have in their column, as far as that is written there. */
final class RowTypes {
    private RowTypes() {}

    static SqlNode settled(SqlCall values) {
        List<SqlNode> rows = values.getOperandList();
        int width = rows.get(0) instanceof SqlCall first && rows.size() > 1 ? first.operandCount() : 0;
        boolean even =
                rows.stream().allMatch(row -> row.getKind() == SqlKind.ROW && ((SqlCall) row).operandCount() == width);
        for (int column = 0; even && column < width; column++) {
            settle(rows, column);
        }
        return values;
    }

    private static void settle(List<SqlNode> rows, int column) {
        var types = new ArrayList<String>();
        for (SqlNode row : rows) {
            types.add(written(((SqlCall) row).operand(column)));
        }
        boolean mixed = types.contains(TypeRules.UNKNOWN)
                && types.stream().anyMatch(type -> !type.equals(TypeRules.UNKNOWN) && !type.isEmpty());
        String common = mixed && !types.contains("") ? TypeRules.common(types).orElse("") : "";
        for (int i = 0; i < types.size() && !common.isEmpty(); i++) {
            SqlCall row = (SqlCall) rows.get(i);
            SqlNode value = Objects.requireNonNull(row.operand(column));
            if (types.get(i).equals(TypeRules.UNKNOWN)) {
                row.setOperand(
                        column,
                        ScalarRewrites.function(CastFunction.PREFIX + common, value.getParserPosition(), value));
            }
        }
    }

    /** The type that a value says itself; empty if only validation can tell. */
    private static String written(SqlNode value) {
        if (Coercion.isUnknown(value)) {
            return TypeRules.UNKNOWN;
        }
        if (value instanceof SqlLiteral literal) {
            return switch (literal.getTypeName()) {
                case BOOLEAN -> "bool";
                case DECIMAL -> number(Objects.requireNonNull(literal.bigDecimalValue()));
                default -> "";
            };
        }
        String name = value instanceof SqlCall call ? call.getOperator().getName() : "";
        if (name.equals("interval")) {
            return name;
        }
        return name.startsWith(CastFunction.PREFIX)
                ? TypeModifier.typeOf(name.substring(CastFunction.PREFIX.length()))
                : "";
    }

    private static String number(BigDecimal value) {
        if (value.scale() > 0) {
            return "numeric";
        }
        int bits = value.toBigInteger().bitLength();
        return bits < Integer.SIZE ? "int4" : bits < Long.SIZE ? "int8" : "numeric";
    }
}
