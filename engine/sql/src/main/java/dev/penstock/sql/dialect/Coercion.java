package dev.penstock.sql.dialect;

import dev.penstock.sql.function.TypeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
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
            types.add(
                    binding instanceof SqlCallBinding call
                            ? typeOf(call.getValidator(), call.getScope(), call.operand(i))
                            : PostgresTypes.nameOf(binding.getOperandType(i)));
        }
        return types;
    }

    /** Whether it is a string literal, NULL or a parameter: its type is up to the context. */
    static boolean isUnknown(SqlNode node) {
        return SqlUtil.isNullLiteral(node, false) || isText(node) || isParameter(node);
    }

    private static boolean isParameter(SqlNode node) {
        return node instanceof SqlCall call
                && Parameter.isName(call.getOperator().getName());
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

    /** The name of an expression's type; {@code unknown} for what takes the type that the context gives. */
    static String typeOf(SqlValidator validator, SqlValidatorScope scope, SqlNode node) {
        if (isParameter(node)) {
            return parameterTypes(validator)
                    .getOrDefault(((SqlCall) node).getOperator().getName(), TypeRules.UNKNOWN);
        }
        return isUnknown(node) ? TypeRules.UNKNOWN : PostgresTypes.nameOf(validator.deriveType(scope, node));
    }

    /** The types that places have given to parameters so far, by the parameters' names. */
    private static Map<String, String> parameterTypes(SqlValidator validator) {
        return ((PostgresValidator) validator).parameterTypes();
    }

    /** The same value in another type. */
    static SqlNode cast(SqlValidator validator, SqlValidatorScope scope, SqlNode node, String type) {
        if (isParameter(node)) {
            return castParameter(validator, scope, node, type);
        }
        boolean done = isText(node)
                ? type.equals("text")
                : typeOf(validator, scope, node).equals(type);
        return done ? node : castCall(validator, scope, node, type);
    }

    /** The first place that wants a type of a parameter decides for all places, as in PostgreSQL. */
    private static SqlNode castParameter(SqlValidator validator, SqlValidatorScope scope, SqlNode node, String type) {
        String name = ((SqlCall) node).getOperator().getName();
        String decided = parameterTypes(validator).computeIfAbsent(name, first -> type);
        SqlNode typed = castCall(validator, scope, node, decided);
        return decided.equals(type) ? typed : castCall(validator, scope, typed, type);
    }

    private static SqlNode castCall(SqlValidator validator, SqlValidatorScope scope, SqlNode node, String type) {
        SqlCall cast = new SqlBasicCall(new CastFunction(type), List.of(node), node.getParserPosition());
        validator.deriveType(scope, cast);
        return cast;
    }

    private static boolean isText(SqlNode node) {
        return node instanceof SqlLiteral literal && literal.getTypeName() == SqlTypeName.CHAR;
    }
}
