package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.ScalarFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;

/** A function of PostgreSQL's, with its overloads and its implementation. */
final class PostgresFunction extends SqlFunction implements Implemented {
    private final List<Signature> signatures;
    private final ScalarFunction implementation;
    private final boolean strict;
    private final boolean deterministic;

    /**
     * A function.
     *
     * @param deterministic false if it depends on more than its arguments
     */
    PostgresFunction(
            String name,
            List<String> signatures,
            boolean strict,
            boolean deterministic,
            ScalarFunction implementation) {
        super(
                new SqlIdentifier(name, SqlParserPos.ZERO),
                binding ->
                        resultType(name, signatures.stream().map(Signature::of).toList(), strict, binding),
                null,
                new Checker(name, signatures.stream().map(Signature::of).toList()),
                null,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.signatures = signatures.stream().map(Signature::of).toList();
        this.implementation = implementation;
        this.strict = strict;
        this.deterministic = deterministic;
    }

    @Override
    public boolean isDeterministic() {
        return deterministic;
    }

    @Override
    public ScalarFunction implementation(List<String> operandTypes) {
        return implementation;
    }

    @Override
    public boolean strict() {
        return strict;
    }

    List<Signature> signatures() {
        return signatures;
    }

    private static RelDataType resultType(
            String name, List<Signature> signatures, boolean strict, SqlOperatorBinding binding) {
        List<String> arguments = new ArrayList<>();
        boolean nullable = !strict;
        for (int i = 0; i < binding.getOperandCount(); i++) {
            arguments.add(PostgresTypes.nameOf(binding.getOperandType(i)));
            nullable |= binding.getOperandType(i).isNullable();
        }
        for (Signature signature : signatures) {
            if (signature.fits(arguments)) {
                return binding.getTypeFactory()
                        .createTypeWithNullability(
                                PostgresTypes.of(binding.getTypeFactory(), signature.resultFor(arguments)), nullable);
            }
        }
        throw noSuchFunction(name, arguments);
    }

    private static EngineException noSuchFunction(String name, List<String> arguments) {
        String types = arguments.stream().map(Casts::longName).collect(Collectors.joining(", "));
        return new EngineException(ErrorCode.UNDEFINED_FUNCTION, "function " + name + "(" + types + ") does not exist");
    }

    private record Checker(String name, List<Signature> signatures) implements SqlOperandTypeChecker {
        @Override
        public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i < binding.getOperandCount(); i++) {
                arguments.add(
                        binding.isOperandNull(i, true) ? "unknown" : PostgresTypes.nameOf(binding.getOperandType(i)));
            }
            boolean fits = signatures.stream().anyMatch(signature -> signature.fits(arguments));
            if (!fits && throwOnFailure) {
                throw noSuchFunction(name, arguments);
            }
            return fits;
        }

        @Override
        public SqlOperandCountRange getOperandCountRange() {
            return SqlOperandCountRanges.any();
        }

        @Override
        public String getAllowedSignatures(SqlOperator operator, String operatorName) {
            return operatorName;
        }
    }

    @Override
    public SqlKind getKind() {
        return SqlKind.OTHER_FUNCTION;
    }
}
