package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import dev.penstock.spi.error.TextPosition;
import dev.penstock.sql.function.Casts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.validate.SqlValidatorCatalogReader;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.jspecify.annotations.Nullable;

/** Calcite's validator, in PostgreSQL's words where a function is not there. */
final class PostgresValidator extends SqlValidatorImpl {
    PostgresValidator(
            SqlOperatorTable operators,
            SqlValidatorCatalogReader reader,
            RelDataTypeFactory typeFactory,
            Config config) {
        super(operators, reader, typeFactory, config);
    }

    @Override
    public CalciteException handleUnresolvedFunction(
            SqlCall call, SqlOperator unresolved, List<RelDataType> types, @Nullable List<String> names) {
        String name = unresolved.getName().toLowerCase(Locale.ROOT);
        String message = name.startsWith(CastFunction.PREFIX)
                ? "type \"" + name.substring(CastFunction.PREFIX.length()) + "\" does not exist"
                : "function " + name + "("
                        + types.stream()
                                .map(type -> PostgresTypes.isUnknown(type)
                                        ? "unknown"
                                        : Casts.longName(PostgresTypes.nameOf(type)))
                                .collect(Collectors.joining(", "))
                        + ") does not exist" + NearestName.hint(name, PostgresOperatorTable.names());
        throw new EngineException(
                ErrorCode.UNDEFINED_FUNCTION,
                message,
                new TextPosition(
                        call.getParserPosition().getLineNum(),
                        call.getParserPosition().getColumnNum()),
                null);
    }
}
