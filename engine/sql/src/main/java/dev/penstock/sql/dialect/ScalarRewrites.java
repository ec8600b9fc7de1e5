package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlPrefixOperator;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.NlsString;

/** Expressions in the form that validation takes: what has a syntax of its own becomes calls of functions and operators. */
final class ScalarRewrites {
    private static final Map<String, SqlOperator> COMPARISONS = Map.of(
            "=", SqlStdOperatorTable.EQUALS,
            "<>", SqlStdOperatorTable.NOT_EQUALS,
            "<", SqlStdOperatorTable.LESS_THAN,
            "<=", SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
            ">", SqlStdOperatorTable.GREATER_THAN,
            ">=", SqlStdOperatorTable.GREATER_THAN_OR_EQUAL);

    /** The function behind {@code COLLATE}, which takes texts alone. */
    static final String COLLATED = "collated";

    /** The function behind {@code ~ 5}; no name that a query can write unquoted. */
    static final String BITS_TURNED = "bits turned";

    /** Collations that order texts by their bytes, as we do. */
    private static final Set<String> BYTE_WISE = Set.of("C", "POSIX", "default", "ucs_basic", "C.utf8");

    private ScalarRewrites() {}

    /** The same call in our form; the call itself if it has that already. */
    static SqlNode of(SqlCall call) {
        return switch (call.getKind()) {
            case CAST -> cast(call);
            case IN, NOT_IN -> call.operand(1) instanceof SqlNodeList list ? in(call, list) : call;
            case SOME, ALL -> call.operand(1) instanceof SqlNodeList list ? quantified(call, list) : call;
            case BETWEEN -> between(call);
            case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
                isRow(call.operand(0)) && isRow(call.operand(1)) ? rows(call) : call;
            case ARRAY_VALUE_CONSTRUCTOR ->
                function(
                        ArrayConstructor.NAME,
                        call.getParserPosition(),
                        call.getOperandList().toArray(SqlNode[]::new));
            case ITEM -> subscript(call);
            case SIMILAR -> similar(call);
            case VALUES -> RowTypes.settled(call);
            case AS, OTHER_FUNCTION -> named(withRows(call));
            default -> named(call);
        };
    }

    private static SqlNode named(SqlCall call) {
        return switch (call.getOperator().getName()) {
            case "AT TIME ZONE" -> function("timezone", call.getParserPosition(), call.operand(1), call.operand(0));
            case "LIKE ANY",
                    "LIKE ALL",
                    "NOT LIKE ANY",
                    "NOT LIKE ALL",
                    "ILIKE ANY",
                    "ILIKE ALL",
                    "NOT ILIKE ANY",
                    "NOT ILIKE ALL" -> likeAny(call);
            case "IS UNKNOWN" ->
                SqlStdOperatorTable.IS_NULL.createCall(call.getParserPosition(), call.getOperandList());
            case "IS NOT UNKNOWN" ->
                SqlStdOperatorTable.IS_NOT_NULL.createCall(call.getParserPosition(), call.getOperandList());
            case "OVERLAPS" -> overlaps(call);
            case "COLLATE" -> collated(call);
            case "^@" -> function("starts_with", call.getParserPosition(), call.operand(0), call.operand(1));
            case "@" -> function("abs", call.getParserPosition(), call.operand(0));
            case "|/" -> function("sqrt", call.getParserPosition(), real(call.operand(0)));
            case "||/" -> function("cbrt", call.getParserPosition(), real(call.operand(0)));
            case "~" ->
                call.getOperator() instanceof SqlPrefixOperator
                        ? function(BITS_TURNED, call.getParserPosition(), call.operand(0))
                        : call;
            case "SUBSTRING SIMILAR" ->
                function(
                        "substring similar",
                        call.getParserPosition(),
                        call.getOperandList().toArray(SqlNode[]::new));
            case "pg_typeof" ->
                Coercion.isUnknown(call.operand(0)) && call.operand(0) instanceof SqlLiteral
                        ? function("type of unknown", call.getParserPosition())
                        : call;
            case "SLICE" -> Slice.of(call);
            case "OVERLAY", "SUBSTRING" ->
                function(
                        call.getOperator().getName().toLowerCase(Locale.ROOT),
                        call.getParserPosition(),
                        call.getOperandList().toArray(SqlNode[]::new));
            default -> call;
        };
    }

    /** Numbers with an exponent are exact, too. */
    static SqlNode literal(SqlLiteral literal) {
        if (literal.getValue() instanceof NlsString text && text.getCharsetName() != null) {
            return SqlLiteral.createCharString(text.getValue(), literal.getParserPosition());
        }
        boolean approximate =
                literal instanceof SqlNumericLiteral number && !number.isInteger() && number.getScale() == null;
        return approximate
                ? cast(
                        SqlLiteral.createCharString(
                                Objects.requireNonNull(literal.bigDecimalValue())
                                        .toPlainString(),
                                literal.getParserPosition()),
                        "numeric",
                        literal.getParserPosition())
                : literal;
    }

    private static SqlNode cast(SqlCall call) {
        if (!(call.operand(1) instanceof SqlDataTypeSpec type)) {
            return call;
        }
        return cast(call.operand(0), TypeNames.of(type), call.getParserPosition());
    }

    /** A cast of an array is one of its elements, also where these have no common type of their own. */
    private static SqlNode cast(SqlNode value, String type, SqlParserPos position) {
        if (type.endsWith("[]") && value instanceof SqlCall call && isArray(call)) {
            if (call.operandCount() == 0) {
                return cast(SqlLiteral.createCharString("{}", position), type, position);
            }
            var elements = new ArrayList<SqlNode>();
            String element = type.substring(0, type.length() - 2);
            for (SqlNode operand : call.getOperandList()) {
                boolean nested = operand instanceof SqlCall inner && isArray(inner);
                elements.add(cast(operand, nested ? type : element, operand.getParserPosition()));
            }
            return function(ArrayConstructor.NAME, position, elements.toArray(SqlNode[]::new));
        }
        return function(CastFunction.PREFIX + type, position, value);
    }

    private static boolean isArray(SqlCall call) {
        return call.getOperator().getName().equals(ArrayConstructor.NAME);
    }

    /** {@code x in (a, b)}: {@code x = a or x = b}. */
    private static SqlNode in(SqlCall call, SqlNodeList list) {
        SqlNode left = call.operand(0);
        var alternatives = new ArrayList<SqlNode>();
        for (SqlNode value : list) {
            alternatives.add(of(SqlStdOperatorTable.EQUALS.createCall(call.getParserPosition(), left, value)));
        }
        SqlNode any = any(alternatives, SqlStdOperatorTable.OR);
        return call.getKind() == SqlKind.NOT_IN
                ? SqlStdOperatorTable.NOT.createCall(call.getParserPosition(), any)
                : any;
    }

    /** A balanced tree: a list of thousands must not nest as deep. */
    private static SqlNode any(List<SqlNode> conditions, SqlOperator operator) {
        int size = conditions.size();
        if (size == 1) {
            return conditions.get(0);
        }
        return operator.createCall(
                conditions.get(0).getParserPosition(),
                any(conditions.subList(0, size / 2), operator),
                any(conditions.subList(size / 2, size), operator));
    }

    private static SqlNode quantified(SqlCall call, SqlNodeList list) {
        if (list.size() != 1 || !(call.getOperator() instanceof SqlQuantifyOperator operator)) {
            return call;
        }
        return function(
                QuantifiedComparison.name(operator.comparisonKind.sql, operator.getKind() == SqlKind.ALL),
                call.getParserPosition(),
                call.operand(0),
                list.get(0));
    }

    private static SqlNode likeAny(SqlCall call) {
        SqlNode patterns = call.operand(1);
        return patterns.isA(SqlKind.QUERY)
                ? call.getOperator()
                        .createCall(
                                call.getParserPosition(),
                                call.operand(0),
                                SqlStdOperatorTable.ARRAY_QUERY.createCall(patterns.getParserPosition(), patterns))
                : call;
    }

    private static SqlNode between(SqlCall call) {
        SqlParserPos position = call.getParserPosition();
        SqlNode value = call.operand(0);
        SqlNode low = call.operand(1);
        SqlNode high = call.operand(2);
        String name = call.getOperator().getName().toUpperCase(Locale.ROOT);
        SqlNode within = within(position, value, low, high);
        if (name.contains(" SYMMETRIC")) {
            within = SqlStdOperatorTable.OR.createCall(position, within, within(position, value, high, low));
        }
        return name.startsWith("NOT ") ? SqlStdOperatorTable.NOT.createCall(position, within) : within;
    }

    private static SqlNode within(SqlParserPos position, SqlNode value, SqlNode low, SqlNode high) {
        return SqlStdOperatorTable.AND.createCall(
                position,
                of(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL.createCall(position, value, low)),
                of(SqlStdOperatorTable.LESS_THAN_OR_EQUAL.createCall(position, value, high)));
    }

    private static boolean isRow(SqlNode node) {
        return node.getKind() == SqlKind.ROW;
    }

    /** Rows are compared from left to right (chapter 9.24.5). */
    private static SqlNode rows(SqlCall call) {
        List<SqlNode> left = ((SqlCall) call.operand(0)).getOperandList();
        List<SqlNode> right = ((SqlCall) call.operand(1)).getOperandList();
        SqlParserPos position = call.getParserPosition();
        if (left.size() != right.size()) {
            throw OverloadChecker.placed(
                    new EngineException(ErrorCode.SYNTAX_ERROR, "unequal number of entries in row expressions"),
                    position);
        }
        if (call.getKind() == SqlKind.EQUALS || call.getKind() == SqlKind.NOT_EQUALS) {
            var pairs = new ArrayList<SqlNode>();
            for (int i = 0; i < left.size(); i++) {
                pairs.add(of(call.getOperator().createCall(position, left.get(i), right.get(i))));
            }
            return any(pairs, call.getKind() == SqlKind.EQUALS ? SqlStdOperatorTable.AND : SqlStdOperatorTable.OR);
        }
        return ordered(call.getOperator().getName(), left, right, position);
    }

    /** {@code (a, b) < (c, d)}: {@code a < c or (a = c and b < d)}. */
    private static SqlNode ordered(String name, List<SqlNode> left, List<SqlNode> right, SqlParserPos position) {
        SqlOperator last = Objects.requireNonNull(COMPARISONS.get(name));
        if (left.size() == 1) {
            return last.createCall(position, left.get(0), right.get(0));
        }
        SqlOperator strict = Objects.requireNonNull(COMPARISONS.get(name.substring(0, 1)));
        return SqlStdOperatorTable.OR.createCall(
                position,
                strict.createCall(position, left.get(0), right.get(0)),
                SqlStdOperatorTable.AND.createCall(
                        position,
                        SqlStdOperatorTable.EQUALS.createCall(position, left.get(0), right.get(0)),
                        ordered(name, left.subList(1, left.size()), right.subList(1, right.size()), position)));
    }

    /** Two rows of two are four arguments. */
    private static SqlNode overlaps(SqlCall call) {
        var arguments = new ArrayList<SqlNode>();
        for (SqlNode period : call.getOperandList()) {
            SqlCall row = (SqlCall) period;
            boolean marked = row.getKind() != SqlKind.ROW;
            arguments.add(row.operand(marked ? 2 : 0));
            arguments.add(row.operand(marked ? 4 : 1));
        }
        return function("overlaps", call.getParserPosition(), arguments.toArray(SqlNode[]::new));
    }

    /** Rows that are values: {@code row(1, 2)} as an argument or an output column. */
    private static SqlCall withRows(SqlCall call) {
        for (int i = 0; i < call.operandCount(); i++) {
            SqlNode operand = call.operand(i);
            if (operand instanceof SqlCall row && row.getKind() == SqlKind.ROW) {
                SqlParserPos position = row.getParserPosition();
                var fields = new ArrayList<SqlNode>();
                fields.add(SqlLiteral.createBoolean(true, position));
                for (int field = 0; field < row.operandCount(); field++) {
                    fields.add(SqlLiteral.createCharString("f" + (field + 1), position));
                    fields.add(row.operand(field));
                }
                call.setOperand(i, function(RowFunction.NAME, position, fields.toArray(SqlNode[]::new)));
            }
        }
        return call;
    }

    /** Subscripts of several dimensions are one access. */
    private static SqlNode subscript(SqlCall call) {
        var operands = new ArrayList<SqlNode>();
        SqlNode base = call.operand(0);
        if (base instanceof SqlCall inner && inner.getOperator().getName().equals(Subscript.NAME)) {
            operands.addAll(inner.getOperandList());
        } else {
            operands.add(base);
        }
        operands.add(call.operand(1));
        return function(Subscript.NAME, call.getParserPosition(), operands.toArray(SqlNode[]::new));
    }

    private static SqlNode real(SqlNode number) {
        return cast(number, "float8", number.getParserPosition());
    }

    /** All texts are compared by their bytes: other collations would order them otherwise. */
    private static SqlNode collated(SqlCall call) {
        String name = ((SqlLiteral) call.operand(1)).getValueAs(String.class);
        if (!BYTE_WISE.contains(name.substring(name.lastIndexOf('.') + 1))) {
            throw OverloadChecker.placed(
                    new EngineException(
                            ErrorCode.UNKNOWN_NAME, "collation \"" + name + "\" for encoding \"UTF8\" does not exist"),
                    call.getParserPosition());
        }
        return function(COLLATED, call.getParserPosition(), call.operand(0));
    }

    /** Strings on several lines are one. */
    static SqlNode chain(SqlCall call) {
        var text = new StringBuilder();
        int line = 0;
        for (SqlNode part : call.getOperandList()) {
            String value = ((SqlLiteral) part).getValueAs(String.class);
            if (part.getParserPosition().getLineNum() == line) {
                throw OverloadChecker.placed(
                        new EngineException(
                                ErrorCode.SYNTAX_ERROR,
                                "syntax error at or near \"'" + value.replace("'", "''") + "'\""),
                        part.getParserPosition());
            }
            text.append(value);
            line = part.getParserPosition().getEndLineNum();
        }
        return SqlLiteral.createCharString(text.toString(), call.getParserPosition());
    }

    private static SqlNode similar(SqlCall call) {
        SqlNode matches = function(
                "similar to", call.getParserPosition(), call.getOperandList().toArray(SqlNode[]::new));
        return call.getOperator().getName().startsWith("NOT")
                ? SqlStdOperatorTable.NOT.createCall(call.getParserPosition(), matches)
                : matches;
    }

    /** A call of one of our functions. */
    static SqlNode function(String name, SqlParserPos position, SqlNode... arguments) {
        return new SqlBasicCall(
                new SqlUnresolvedFunction(
                        new SqlIdentifier(name, position),
                        null,
                        null,
                        null,
                        null,
                        SqlFunctionCategory.USER_DEFINED_FUNCTION),
                List.of(arguments),
                position);
    }
}
