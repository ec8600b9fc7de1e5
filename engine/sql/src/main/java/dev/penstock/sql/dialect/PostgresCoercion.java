package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.Casts;
import dev.penstock.sql.function.TypeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.implicit.TypeCoercionImpl;
import org.jspecify.annotations.Nullable;

/** Where Calcite's own operators and set operations meet different types: PostgreSQL's rules in place of Calcite's. */
final class PostgresCoercion extends TypeCoercionImpl {
    /** The types of the column of a set operation that is being given one, query by query. */
    private List<String> combined = List.of();

    PostgresCoercion(RelDataTypeFactory typeFactory, SqlValidator validator) {
        super(typeFactory, validator);
    }

    @Override
    public boolean binaryComparisonCoercion(SqlCallBinding binding) {
        List<String> types = Coercion.types(binding);
        if (binding.getOperandCount() != 2) {
            return false;
        }
        String common =
                Comparisons.commonType(binding.getOperator().getName(), types.get(0), types.get(1), binding.getCall());
        if (!common.equals("record")) {
            Coercion.castOperands(binding, List.of(common, common));
        }
        return true;
    }

    @Override
    public boolean caseWhenCoercion(SqlCallBinding binding) {
        SqlCase call = (SqlCase) binding.getCall();
        SqlNodeList results = call.getThenOperands();
        SqlValidatorScope scope = binding.getScope();
        var types = new ArrayList<String>();
        for (SqlNode result : results) {
            types.add(Coercion.typeOf(validator, scope, result));
        }
        SqlNode otherwise = java.util.Objects.requireNonNull(call.getElseOperand());
        types.add(Coercion.typeOf(validator, scope, otherwise));
        String common = caseType(types, call);
        for (int i = 0; i < results.size(); i++) {
            results.set(i, Coercion.cast(validator, scope, results.get(i), common));
        }
        call.setOperand(3, Coercion.cast(validator, scope, otherwise, common));
        return true;
    }

    private static String caseType(List<String> types, SqlCall call) {
        try {
            return CommonType.of("case", types);
        } catch (EngineException e) {
            throw OverloadChecker.placed(e, call.getParserPosition());
        }
    }

    /** {@code x in (select y)}: {@code x = y}. */
    @Override
    public boolean inOperationCoercion(SqlCallBinding binding) {
        SqlNode left = binding.operand(0);
        SqlNode query = binding.operand(1);
        if (query instanceof SqlNodeList) {
            return false;
        }
        if (left.getKind() == SqlKind.ROW) {
            int wanted = ((SqlCall) left).operandCount();
            int given = binding.getOperandType(1).getFieldCount();
            if (wanted != given) {
                throw OverloadChecker.placed(
                        new EngineException(
                                ErrorCode.SYNTAX_ERROR,
                                "subquery has too " + (given < wanted ? "few" : "many") + " columns"),
                        query.getParserPosition());
            }
            return false;
        }
        List<RelDataTypeField> columns = binding.getOperandType(1).getFieldList();
        if (columns.size() != 1) {
            throw OverloadChecker.placed(
                    new EngineException(ErrorCode.SYNTAX_ERROR, "subquery has too many columns"),
                    query.getParserPosition());
        }
        RelDataType column = columns.get(0).getType();
        String common = Comparisons.commonType(
                "=", Coercion.types(binding).get(0), PostgresTypes.nameOf(column), binding.getCall());
        Coercion.castOperand(validator, binding.getScope(), binding.getCall(), 0, common);
        if (!PostgresTypes.nameOf(column).equals(common)) {
            rowTypeCoercion(binding.getScope(), query, 0, PostgresTypes.nullable(factory, common));
        }
        return true;
    }

    @Override
    public boolean quantifyOperationCoercion(SqlCallBinding binding) {
        return false;
    }

    /** The type of a column of several queries. A text may be a literal: what casts it knows, see {@link #coerceColumnType}. */
    @Override
    public @Nullable RelDataType getWiderTypeFor(List<RelDataType> types, boolean stringPromotion) {
        List<String> names = types.stream()
                .map(type -> PostgresTypes.isUnknown(type) ? TypeRules.UNKNOWN : PostgresTypes.nameOf(type))
                .toList();
        combined = names;
        List<String> others =
                names.stream().filter(name -> !name.equals("text")).toList();
        boolean nullable = types.stream().anyMatch(type -> type.isNullable() || PostgresTypes.isUnknown(type));
        return TypeRules.common(others)
                .map(name -> factory.createTypeWithNullability(PostgresTypes.of(factory, name), nullable))
                .orElseThrow(() -> mismatch(names.get(0), names.get(names.size() - 1)));
    }

    @Override
    protected boolean coerceOperandType(
            @Nullable SqlValidatorScope scope, SqlCall call, int index, RelDataType targetType) {
        Coercion.castOperand(
                validator, java.util.Objects.requireNonNull(scope), call, index, PostgresTypes.nameOf(targetType));
        return true;
    }

    /** What a recursive query begins with has the type that it ends with. */
    @Override
    public boolean rowTypeCoercion(
            @Nullable SqlValidatorScope scope, SqlNode query, int columnIndex, RelDataType targetType) {
        Optional<String> recursive = ((PostgresValidator) validator).recursiveQuery(query);
        if (recursive.isPresent()) {
            String from = PostgresTypes.nameOf(validator
                    .getValidatedNodeType(query)
                    .getFieldList()
                    .get(columnIndex)
                    .getType());
            String to = PostgresTypes.nameOf(targetType);
            if (!from.equals(to)) {
                throw OverloadChecker.placed(
                        new EngineException(
                                ErrorCode.DATATYPE_MISMATCH,
                                "recursive query \"" + recursive.get() + "\" column " + (columnIndex + 1)
                                        + " has type " + Casts.longName(from)
                                        + " in non-recursive term but type " + Casts.longName(to) + " overall"),
                        query.getParserPosition());
            }
        }
        return super.rowTypeCoercion(scope, query, columnIndex, targetType);
    }

    @Override
    protected boolean coerceColumnType(
            @Nullable SqlValidatorScope scope, SqlNodeList items, int index, RelDataType targetType) {
        SqlNode item = items.get(index);
        boolean named = item.getKind() == SqlKind.AS;
        SqlNode value = named ? ((SqlCall) item).operand(0) : item;
        SqlValidatorScope inner = java.util.Objects.requireNonNull(scope);
        String from = Coercion.typeOf(validator, inner, value);
        String to = PostgresTypes.nameOf(targetType);
        if (!TypeRules.isImplicit(from, to)) {
            throw mismatch(combined.get(0), combined.get(combined.size() - 1));
        }
        SqlNode cast = Coercion.cast(validator, inner, value, to);
        if (named) {
            ((SqlCall) item).setOperand(0, cast);
            updateInferredType(item, validator.deriveType(inner, cast));
        } else {
            items.set(index, cast);
        }
        return true;
    }

    private static EngineException mismatch(String left, String right) {
        return new EngineException(
                ErrorCode.DATATYPE_MISMATCH,
                "UNION types " + Casts.longName(left) + " and " + Casts.longName(right) + " cannot be matched");
    }

    /** What AND, OR and NOT take is boolean, or a literal that says one. */
    @Override
    public boolean builtinFunctionCoercion(
            SqlCallBinding binding, List<RelDataType> operandTypes, List<SqlTypeFamily> expectedFamilies) {
        if (!expectedFamilies.stream().allMatch(SqlTypeFamily.BOOLEAN::equals)) {
            return false;
        }
        List<String> types = Coercion.types(binding);
        for (int i = 0; i < types.size(); i++) {
            Conditions.check(
                    types.get(i), binding.operand(i), binding.getOperator().getName());
        }
        Coercion.castOperands(binding, java.util.Collections.nCopies(types.size(), "bool"));
        return true;
    }

    @Override
    public boolean binaryArithmeticCoercion(SqlCallBinding binding) {
        return false;
    }

    @Override
    public boolean userDefinedFunctionCoercion(SqlValidatorScope scope, SqlCall call, SqlFunction function) {
        return false;
    }
}
