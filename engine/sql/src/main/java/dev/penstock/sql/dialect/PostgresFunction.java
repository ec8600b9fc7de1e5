package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.FunctionDefinition;
import dev.penstock.sql.function.Overloads;
import dev.penstock.sql.function.ScalarFunction;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A function of PostgreSQL's, with all of its overloads. */
final class PostgresFunction extends SqlFunction implements Implemented {
    private final transient List<FunctionDefinition> overloads;

    PostgresFunction(String name, List<FunctionDefinition> overloads) {
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

    @Override
    public boolean isDeterministic() {
        return overloads.stream().allMatch(FunctionDefinition::deterministic);
    }

    @Override
    public ScalarFunction implementation(List<String> operandTypes) {
        return resolve(getName(), overloads, operandTypes).definition().function(operandTypes, !strict());
    }

    @Override
    public boolean strict() {
        return overloads.stream().allMatch(FunctionDefinition::strict);
    }

    private static RelDataType type(String name, List<FunctionDefinition> overloads, SqlOperatorBinding binding) {
        var resolved = resolve(name, overloads, Coercion.types(binding));
        // A function may find no value for arguments that have one: the type never promises NOT NULL.
        return PostgresTypes.nullable(binding.getTypeFactory(), resolved.result());
    }

    private static Overloads.Resolved<FunctionDefinition> resolve(
            String name, List<FunctionDefinition> overloads, List<String> arguments) {
        return Overloads.resolve(written(name), overloads, FunctionDefinition::signature, arguments)
                .orElseThrow(() -> unresolved(name, overloads, arguments));
    }

    private static EngineException unresolved(String name, List<FunctionDefinition> overloads, List<String> arguments) {
        String first = arguments.isEmpty() ? "" : Casts.longName(arguments.get(0));
        return switch (name) {
            case ScalarRewrites.BITS_TURNED ->
                new EngineException(ErrorCode.UNDEFINED_FUNCTION, "operator does not exist: ~ " + first);
            case ScalarRewrites.COLLATED ->
                new EngineException(ErrorCode.DATATYPE_MISMATCH, "collations are not supported by type " + first);
            default ->
                Overloads.none(
                        written(name),
                        overloads.stream().map(FunctionDefinition::signature).toList(),
                        arguments);
        };
    }

    /** PostgreSQL says the whole name of what has a syntax of its own. */
    private static String written(String name) {
        return name.equals("extract") ? "pg_catalog.extract" : name;
    }

    @Override
    public SqlKind getKind() {
        return SqlKind.OTHER_FUNCTION;
    }
}
