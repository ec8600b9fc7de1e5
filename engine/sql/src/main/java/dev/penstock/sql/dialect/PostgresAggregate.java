package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Casts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.util.Optionality;

/** An aggregate of PostgreSQL's that takes its rows in an order if the query says so (chapter 9.21). */
final class PostgresAggregate extends SqlAggFunction {
    private static final long serialVersionUID = 1L;

    private PostgresAggregate(String name, String... signatures) {
        super(
                name,
                null,
                SqlKind.OTHER_FUNCTION,
                binding -> type(name, List.of(signatures), binding),
                null,
                signatures[0].contains(",") ? OperandTypes.ANY_ANY : OperandTypes.ANY,
                SqlFunctionCategory.USER_DEFINED_FUNCTION,
                false,
                false,
                Optionality.OPTIONAL);
    }

    /** The aggregates of this kind. */
    static List<PostgresAggregate> all() {
        return List.of(
                new PostgresAggregate(
                        "sum",
                        "int4->int8",
                        "int8->numeric",
                        "numeric->numeric",
                        "float4->float4",
                        "float8->float8",
                        "interval->interval"),
                new PostgresAggregate("avg", "numeric->numeric", "float8->float8", "interval->interval"),
                new PostgresAggregate("string_agg", "text,text->text"),
                new PostgresAggregate("array_agg", "any->[]"),
                new PostgresAggregate("bool_and", "bool->bool"),
                new PostgresAggregate("bool_or", "bool->bool"),
                new PostgresAggregate("every", "bool->bool"));
    }

    private static RelDataType type(String name, List<String> signatures, SqlOperatorBinding binding) {
        var arguments = new ArrayList<String>();
        for (int i = 0; i < binding.getOperandCount(); i++) {
            arguments.add(PostgresTypes.nameOf(binding.getOperandType(i)));
        }
        RelDataTypeFactory factory = binding.getTypeFactory();
        for (String text : signatures) {
            Signature signature = Signature.of(text);
            if (signature.fits(arguments)) {
                String result = signature.resultFor(arguments);
                return PostgresTypes.nullable(factory, result.equals("[]") ? arguments.get(0) + "[]" : result);
            }
        }
        throw new EngineException(
                ErrorCode.UNDEFINED_FUNCTION,
                "function " + name + "("
                        + arguments.stream().map(Casts::longName).collect(Collectors.joining(", "))
                        + ") does not exist");
    }
}
