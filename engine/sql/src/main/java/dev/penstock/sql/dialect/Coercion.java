package dev.penstock.sql.dialect;

import dev.penstock.sql.function.TypeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** Gives literals the types that their context wants, and writes the casts that PostgreSQL leaves unwritten into the tree. */
final class Coercion {
    private Coercion() {}

    /** The names of the operands' types; {@code unknown} for literals that take what the context gives. */
    static List<String> types(SqlOperatorBinding binding) {
        var types = new ArrayList<String>();
        for (int i = 0; i < binding.getOperandCount(); i++) {
            boolean unknown = binding instanceof SqlCallBinding call && isUnknown(call.operand(i));
            types.add(unknown ? TypeRules.UNKNOWN : PostgresTypes.nameOf(binding.getOperandType(i)));
        }
        return types;
    }

    /** Whether it is a string literal, NULL or a parameter: its type is up to the context. */
    static boolean isUnknown(SqlNode node) {
        return SqlUtil.isNullLiteral(node, false)
                || node instanceof SqlDynamicParam
                || (node instanceof SqlLiteral literal && literal.getTypeName() == SqlTypeName.CHAR);
    }

    /** Casts operands to these types, one for each. */
    static void castOperands(SqlCallBinding binding, List<String> types) {
        for (int i = 0; i < types.size(); i++) {
            castOperand(binding.getValidator(), binding.getScope(), binding.getCall(), i, types.get(i));
        }
    }

    /** Casts one operand of a call. */
    static void castOperand(SqlValidator validator, SqlValidatorScope scope, SqlCall call, int operand, String type) {
        SqlNode node = call.operand(operand);
        SqlNode cast = cast(validator, scope, node, type);
        if (cast != node) {
            call.setOperand(operand, cast);
        }
    }

    /** The same value in another type. */
    static SqlNode cast(SqlValidator validator, SqlValidatorScope scope, SqlNode node, String type) {
        boolean text = node.getKind() == SqlKind.LITERAL && isUnknown(node) && !SqlUtil.isNullLiteral(node, false);
        String from = text
                ? "text"
                : isUnknown(node) ? TypeRules.UNKNOWN : PostgresTypes.nameOf(validator.deriveType(scope, node));
        if (from.equals(type)) {
            return node;
        }
        SqlCall cast = new SqlBasicCall(new CastFunction(type), List.of(node), node.getParserPosition());
        RelDataType given = Objects.requireNonNull(validator.deriveType(scope, cast));
        if (node instanceof SqlDynamicParam) {
            validator.setValidatedNodeType(node, given);
        }
        return cast;
    }
}
