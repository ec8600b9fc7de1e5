package dev.penstock.sql.dialect;

import dev.penstock.grammar.PostgresOperators;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import dev.penstock.spi.error.TextPosition;
import dev.penstock.sql.function.Overloads;
import dev.penstock.sql.function.TypeModifier;
import dev.penstock.sql.function.TypeRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlValidatorCatalogReader;
import org.apache.calcite.sql.validate.SqlValidatorImpl;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.jspecify.annotations.Nullable;

/** Calcite's validator, in PostgreSQL's words where a function is not there. */
final class PostgresValidator extends SqlValidatorImpl {
    private static final Set<SqlKind> ORDERS = Set.of(SqlKind.DESCENDING, SqlKind.NULLS_FIRST, SqlKind.NULLS_LAST);

    /** The queries with which recursive ones begin, and the names of these. */
    private final IdentityHashMap<SqlNode, String> recursiveQueries = new IdentityHashMap<>();

    private final Map<String, String> parameterTypes = new HashMap<>();

    PostgresValidator(
            SqlOperatorTable operators,
            SqlValidatorCatalogReader reader,
            RelDataTypeFactory typeFactory,
            Config config) {
        super(operators, reader, typeFactory, config);
    }

    /** The types that parameters have got from the first places that want one, by the parameters' names; grows. */
    Map<String, String> parameterTypes() {
        return parameterTypes;
    }

    @Override
    public CalciteException handleUnresolvedFunction(
            SqlCall call, SqlOperator unresolved, List<RelDataType> types, @Nullable List<String> names) {
        String name = unresolved.getName().toLowerCase(Locale.ROOT);
        var place = new TextPosition(
                call.getParserPosition().getLineNum(), call.getParserPosition().getColumnNum());
        if (name.startsWith(CastFunction.PREFIX)) {
            String type = TypeModifier.typeOf(name.substring(CastFunction.PREFIX.length()));
            throw new EngineException(ErrorCode.UNKNOWN_NAME, "type \"" + type + "\" does not exist", place, null);
        }
        var arguments = new ArrayList<String>();
        for (int i = 0; i < types.size(); i++) {
            boolean unknown = i < call.operandCount() && Coercion.isUnknown(call.operand(i));
            arguments.add(unknown ? TypeRules.UNKNOWN : PostgresTypes.nameOf(types.get(i)));
        }
        throw new EngineException(
                ErrorCode.UNDEFINED_FUNCTION,
                Overloads.called(name, arguments) + " does not exist"
                        + NearestName.hint(name, PostgresOperatorTable.names()),
                place,
                null);
    }

    @Override
    public SqlNode validate(SqlNode statement) {
        statement.accept(new SqlBasicVisitor<@Nullable Void>() {
            @Override
            public @Nullable Void visit(SqlCall call) {
                if (call instanceof SqlWithItem item
                        && item.recursive.booleanValue()
                        && item.query.getKind() == SqlKind.UNION) {
                    recursiveQueries.put(((SqlCall) item.query).operand(0), item.name.getSimple());
                }
                return super.visit(call);
            }
        });
        return super.validate(statement);
    }

    /** The name of the recursive query that begins with a query. */
    Optional<String> recursiveQuery(SqlNode first) {
        return Optional.ofNullable(recursiveQueries.get(first));
    }

    @Override
    protected void validateWhereOrOn(SqlValidatorScope scope, SqlNode condition, String clause) {
        Conditions.check(this, scope, condition, clause.equals("ON") ? "JOIN/ON" : clause);
        super.validateWhereOrOn(scope, condition, clause);
    }

    @Override
    protected void validateHavingClause(SqlSelect select) {
        SqlNode having = select.getHaving();
        if (having != null) {
            Conditions.check(this, getHavingScope(select), having, "HAVING");
        }
        super.validateHavingClause(select);
    }

    @Override
    public RelDataType deriveType(SqlValidatorScope scope, SqlNode expression) {
        if (expression instanceof SqlCall call && getValidatedNodeTypeIfKnown(call) == null) {
            new OperandCheck(this, scope).check(call);
        }
        return super.deriveType(scope, expression);
    }

    /** Leaves out what Calcite asks of frames and PostgreSQL does not. */
    @Override
    public void validateWindow(SqlNode window, SqlValidatorScope scope, @Nullable SqlCall call) {
        SqlWindow resolved = resolveWindow(window, scope);
        for (SqlNode key : resolved.getPartitionList()) {
            key.validateExpr(this, scope);
        }
        for (SqlNode key : resolved.getOrderList()) {
            (ORDERS.contains(key.getKind()) ? orderKey((SqlCall) key) : key).validateExpr(this, scope);
        }
        for (SqlNode bound : bounds(resolved)) {
            if (!resolved.isRows() && resolved.getOrderList().size() != 1 && !isGroups(bound)) {
                throw new EngineException(
                        ErrorCode.WINDOWING_ERROR,
                        "RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column");
            }
            bound.validateExpr(this, scope);
        }
        super.validateWindow(bare(resolved), scope, call);
    }

    /** A window of which Calcite finds nothing to check. */
    private static SqlWindow bare(SqlWindow window) {
        SqlParserPos position = window.getParserPosition();
        return SqlWindow.create(
                null,
                null,
                SqlNodeList.EMPTY,
                SqlNodeList.EMPTY,
                SqlLiteral.createBoolean(true, position),
                null,
                null,
                null,
                SqlWindow.createExcludeNoOthers(position),
                position);
    }

    private static SqlNode orderKey(SqlCall key) {
        SqlNode inner = key.operand(0);
        return ORDERS.contains(inner.getKind()) ? orderKey((SqlCall) inner) : inner;
    }

    /** The offsets of the bounds that have one. */
    private static List<SqlNode> bounds(SqlWindow window) {
        return Stream.of(window.getLowerBound(), window.getUpperBound())
                .filter(bound -> bound instanceof SqlCall call && call.operandCount() == 1)
                .<SqlNode>map(bound -> ((SqlCall) Objects.requireNonNull(bound)).operand(0))
                .toList();
    }

    private static boolean isGroups(SqlNode offset) {
        return offset instanceof SqlCall call && call.getOperator().getName().equals(PostgresOperators.GROUPS_OFFSET);
    }
}
