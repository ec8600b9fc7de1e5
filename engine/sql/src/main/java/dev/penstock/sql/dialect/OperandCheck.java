package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.Overloads;
import dev.penstock.sql.function.TypeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** What PostgreSQL asks of the operands of Calcite's own operators, before Calcite says it in other words. */
record OperandCheck(SqlValidator validator, SqlValidatorScope scope) {

    void check(SqlCall call) {
        if (call instanceof SqlCase cases) {
            cases(cases);
        } else if (call.getKind() == SqlKind.LIKE) {
            like(call);
        } else if (call.getKind() == SqlKind.COUNT && call.operandCount() > 1) {
            throw refused(
                    Overloads.called(
                                    "count",
                                    call.getOperandList().stream()
                                            .map(this::type)
                                            .toList())
                            + " does not exist",
                    call);
        }
    }

    private void cases(SqlCase cases) {
        for (SqlNode when : cases.getWhenOperands()) {
            Conditions.check(validator, scope, Objects.requireNonNull(when), "CASE/WHEN");
        }
        var types = new ArrayList<String>();
        types.add(type(Objects.requireNonNull(cases.getElseOperand())));
        cases.getThenOperands().forEach(then -> types.add(type(Objects.requireNonNull(then))));
        try {
            CommonType.of("case", types);
        } catch (EngineException e) {
            throw OverloadChecker.placed(e, cases.getParserPosition());
        }
    }

    private void like(SqlCall call) {
        if (type(call.operand(0)).equals("bpchar")) {
            SqlNode padded = call.operand(0);
            // Blanks at the end count here.
            call.setOperand(0, ScalarRewrites.function("padded text", padded.getParserPosition(), padded));
        }
        for (int i = 1; i < call.operandCount(); i++) {
            if (type(call.operand(i)).equals("bpchar")) {
                Coercion.castOperand(validator, scope, call, i, "text");
            }
        }
        List<String> types = call.getOperandList().stream().map(this::type).toList();
        if (!types.stream().allMatch(type -> type.equals("text") || type.equals(TypeRules.UNKNOWN))) {
            String name = call.getOperator().getName();
            throw refused(
                    "operator does not exist: " + Casts.longName(types.get(0)) + " "
                            + (name.startsWith("NOT") ? "!" : "") + (name.endsWith("ILIKE") ? "~~*" : "~~") + " "
                            + Casts.longName(types.get(1)),
                    call);
        }
    }

    private String type(SqlNode operand) {
        return Coercion.typeOf(validator, scope, operand);
    }

    private static EngineException refused(String message, SqlCall call) {
        return OverloadChecker.placed(
                new EngineException(ErrorCode.UNDEFINED_FUNCTION, message), call.getParserPosition());
    }
}
