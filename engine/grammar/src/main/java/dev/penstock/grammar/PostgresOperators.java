package dev.penstock.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlPostfixOperator;
import org.apache.calcite.sql.SqlPrefixOperator;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * The operators that the grammar puts into the tree. They carry a name and a precedence but no types: validation looks
 * each one up again by name and syntax, so the operator table must hold its own operator of the same name, syntax and
 * kind. An operator that the table lacks is therefore refused there, never ignored.
 */
public final class PostgresOperators {
    /** PostgreSQL's level "any other operator": above LIKE, BETWEEN and IN (32 in Calcite), below + and - (40). */
    public static final int OTHER_PRECEDENCE = 36;

    // Calcite wants even numbers.
    private static final int LIKE_PRECEDENCE = 32;
    private static final int POWER_PRECEDENCE = 70;
    private static final int AT_TIME_ZONE_PRECEDENCE = 76;
    private static final int COLLATE_PRECEDENCE = 78;
    /** Above unary minus (80), below brackets and dots (100). */
    private static final int CAST_PRECEDENCE = 94;

    /** {@code ||} of texts, arrays and jsonb. */
    public static final SqlBinaryOperator CONCAT = other("||");
    /** {@code ->}: a member of jsonb as jsonb. */
    public static final SqlBinaryOperator GET = other("->");
    /** {@code ->>}: a member of jsonb as text. */
    public static final SqlBinaryOperator GET_TEXT = other("->>");
    /** {@code #>}: the value at a path, as jsonb. */
    public static final SqlBinaryOperator GET_PATH = other("#>");
    /** {@code #>>}: the value at a path, as text. */
    public static final SqlBinaryOperator GET_PATH_TEXT = other("#>>");
    /** {@code #-}: jsonb without the value at a path. */
    public static final SqlBinaryOperator DELETE_PATH = other("#-");
    /** {@code @>}: the left side holds the right side. */
    public static final SqlBinaryOperator CONTAINS = other("@>");
    /** {@code <@}: the right side holds the left side. */
    public static final SqlBinaryOperator CONTAINED_BY = other("<@");
    /** {@code @?}: a jsonpath finds something. */
    public static final SqlBinaryOperator PATH_EXISTS = other("@?");
    /** {@code @@}: a jsonpath is true. */
    public static final SqlBinaryOperator PATH_MATCHES = other("@@");
    /** {@code ?}: jsonb has the key. */
    public static final SqlBinaryOperator HAS_KEY = other("?");
    /** {@code ?|}: jsonb has one of the keys. */
    public static final SqlBinaryOperator HAS_ANY_KEY = other("?|");
    /** {@code ?&}: jsonb has all of the keys. */
    public static final SqlBinaryOperator HAS_ALL_KEYS = other("?&");
    /** {@code &&}: arrays or networks overlap. */
    public static final SqlBinaryOperator OVERLAP = other("&&");
    /** {@code <<}: bits to the left, or strictly inside a network. */
    public static final SqlBinaryOperator SHIFT_LEFT = other("<<");
    /** {@code >>}: bits to the right, or strictly around a network. */
    public static final SqlBinaryOperator SHIFT_RIGHT = other(">>");
    /** {@code <<=}: inside a network or equal to it. */
    public static final SqlBinaryOperator SUBNET_OR_EQUAL = other("<<=");
    /** {@code >>=}: around a network or equal to it. */
    public static final SqlBinaryOperator SUPERNET_OR_EQUAL = other(">>=");
    /** {@code &} of bits. */
    public static final SqlBinaryOperator BIT_AND = other("&");
    /** {@code |} of bits. */
    public static final SqlBinaryOperator BIT_OR = other("|");
    /** {@code #}: the bits that only one side has. */
    public static final SqlBinaryOperator BIT_XOR = other("#");
    /** {@code ^@}: the left side begins with the right side. */
    public static final SqlBinaryOperator BEGINS_WITH = other("^@");
    /** {@code ~}: matches a regular expression. */
    public static final SqlBinaryOperator MATCHES = other("~");
    /** {@code ~*}: matches a regular expression, ignoring case. */
    public static final SqlBinaryOperator MATCHES_IGNORE_CASE = other("~*");
    /** {@code !~}: does not match a regular expression. */
    public static final SqlBinaryOperator NOT_MATCHES = other("!~");
    /** {@code !~*}: does not match a regular expression, ignoring case. */
    public static final SqlBinaryOperator NOT_MATCHES_IGNORE_CASE = other("!~*");
    /** {@code ^}: power, from left to right. */
    public static final SqlBinaryOperator POWER = binary("^", POWER_PRECEDENCE);
    /** {@code x AT TIME ZONE zone}. */
    public static final SqlBinaryOperator AT_TIME_ZONE = binary("AT TIME ZONE", AT_TIME_ZONE_PRECEDENCE);

    /** {@code x COLLATE "C"}: the right side is the name as a string. */
    public static final SqlBinaryOperator COLLATE = binary("COLLATE", COLLATE_PRECEDENCE);

    /** {@code @ x}: without its sign. */
    public static final SqlPrefixOperator ABSOLUTE = prefix("@");
    /** {@code |/ x}. */
    public static final SqlPrefixOperator SQUARE_ROOT = prefix("|/");
    /** {@code ||/ x}. */
    public static final SqlPrefixOperator CUBE_ROOT = prefix("||/");
    /** {@code ~ x}: all bits turned. */
    public static final SqlPrefixOperator BIT_NOT = prefix("~");

    /** {@code x LIKE ANY (array or query)}; also for SOME. */
    public static final SqlBinaryOperator LIKE_ANY = binary("LIKE ANY", LIKE_PRECEDENCE);
    /** {@code x LIKE ALL (array or query)}. */
    public static final SqlBinaryOperator LIKE_ALL = binary("LIKE ALL", LIKE_PRECEDENCE);
    /** {@code x NOT LIKE ANY (array or query)}: true when one pattern does not match. */
    public static final SqlBinaryOperator NOT_LIKE_ANY = binary("NOT LIKE ANY", LIKE_PRECEDENCE);
    /** {@code x NOT LIKE ALL (array or query)}: true when no pattern matches. */
    public static final SqlBinaryOperator NOT_LIKE_ALL = binary("NOT LIKE ALL", LIKE_PRECEDENCE);
    /** {@code x ILIKE ANY (array or query)}. */
    public static final SqlBinaryOperator ILIKE_ANY = binary("ILIKE ANY", LIKE_PRECEDENCE);
    /** {@code x ILIKE ALL (array or query)}. */
    public static final SqlBinaryOperator ILIKE_ALL = binary("ILIKE ALL", LIKE_PRECEDENCE);
    /** {@code x NOT ILIKE ANY (array or query)}. */
    public static final SqlBinaryOperator NOT_ILIKE_ANY = binary("NOT ILIKE ANY", LIKE_PRECEDENCE);
    /** {@code x NOT ILIKE ALL (array or query)}. */
    public static final SqlBinaryOperator NOT_ILIKE_ALL = binary("NOT ILIKE ALL", LIKE_PRECEDENCE);

    /** {@code v[lower:upper]}: operands are the array and a row of both bounds. */
    public static final SqlBinaryOperator SLICE = binary("SLICE", 100);

    /** The mark of a bound that a slice leaves out. */
    public static final SqlFunction NO_BOUND = mark("NO BOUND");

    /**
     * The mark of {@code DISTINCT ON (keys)}: a call before the first item of the select list. A rewrite must take it
     * away and keep the first row of each group of keys.
     */
    public static final SqlFunction DISTINCT_ON = mark("DISTINCT ON");

    /** The mark of {@code FETCH FIRST n ROWS WITH TIES} around the number. */
    public static final SqlFunction WITH_TIES = mark("WITH TIES");

    /** {@code substring(x similar pattern escape e)}. */
    public static final SqlFunction SUBSTRING_SIMILAR = mark("SUBSTRING SIMILAR");

    /** The mark of an empty select list, in place of the list: legal below EXISTS, otherwise a row without columns. */
    public static final SqlFunction NO_COLUMNS = mark("NO COLUMNS");

    /** The mark of {@code f(x) WITH ORDINALITY} in FROM: a call around the function, below LATERAL. */
    public static final SqlOperator WITH_ORDINALITY =
            new SqlPostfixOperator("WITH ORDINALITY", SqlKind.OTHER, 100, null, null, null);

    /** The mark of {@code ROWS FROM (f(x), g(y))}: a call around functions in FROM, below LATERAL. */
    public static final SqlFunction ROWS_FROM = mark("ROWS FROM");

    /** A column of a function that returns records: its name and its type, in place of a name behind AS. */
    public static final SqlFunction COLUMN_DEFINITION = mark("COLUMN DEFINITION");

    /** The function around the offsets of a frame in GROUPS mode; no name that a query can write unquoted. */
    public static final String GROUPS_OFFSET = "groups of";

    /** All binary operators of this class that stay in the tree, by name. */
    public static final Map<String, SqlBinaryOperator> BINARY = byName(List.of(
            CONCAT,
            GET,
            GET_TEXT,
            GET_PATH,
            GET_PATH_TEXT,
            DELETE_PATH,
            CONTAINS,
            CONTAINED_BY,
            PATH_EXISTS,
            PATH_MATCHES,
            HAS_KEY,
            HAS_ANY_KEY,
            HAS_ALL_KEYS,
            OVERLAP,
            SHIFT_LEFT,
            SHIFT_RIGHT,
            SUBNET_OR_EQUAL,
            SUPERNET_OR_EQUAL,
            BIT_AND,
            BIT_OR,
            BIT_XOR,
            BEGINS_WITH,
            COLLATE,
            MATCHES,
            MATCHES_IGNORE_CASE,
            NOT_MATCHES,
            NOT_MATCHES_IGNORE_CASE,
            POWER,
            AT_TIME_ZONE,
            LIKE_ANY,
            LIKE_ALL,
            NOT_LIKE_ANY,
            NOT_LIKE_ALL,
            ILIKE_ANY,
            ILIKE_ALL,
            NOT_ILIKE_ANY,
            NOT_ILIKE_ALL));

    /** {@code ::} while the tree is being built; in the finished tree it is a plain CAST, or a call of interval. */
    static final SqlBinaryOperator CAST =
            new SqlBinaryOperator("::", SqlKind.CAST, CAST_PRECEDENCE, true, null, null, null) {
                @Override
                public SqlCall createCall(SqlLiteral functionQualifier, SqlParserPos position, SqlNode... operands) {
                    return Casts.cast(position, operands[0], (SqlDataTypeSpec) operands[1]);
                }
            };

    private PostgresOperators() {}

    /**
     * A call of the function {@code interval}, which makes an interval from its text.
     *
     * @param fields those to keep, such as {@code day to minute}: a second argument; empty for all
     */
    static SqlCall interval(SqlParserPos position, SqlNode text, String fields) {
        return fields.isEmpty()
                ? unresolved("interval", position, text)
                : unresolved("interval", position, text, SqlLiteral.createCharString(fields, position));
    }

    private static SqlCall unresolved(String name, SqlParserPos position, SqlNode... arguments) {
        SqlFunction function = new SqlUnresolvedFunction(
                new SqlIdentifier(name, position), null, null, null, null, SqlFunctionCategory.USER_DEFINED_FUNCTION);
        return new SqlBasicCall(function, List.of(arguments), position);
    }

    /** {@code TABLE t}: {@code SELECT * FROM t}. */
    static SqlNode allOf(SqlIdentifier table, SqlParserPos position) {
        return select(position, SqlNodeList.of(SqlIdentifier.star(position)), table);
    }

    /** A query with nothing but output columns and what it reads, which may be nothing. */
    public static SqlSelect select(SqlParserPos position, SqlNodeList items, @Nullable SqlNode from) {
        return new SqlSelect(position, null, items, from, null, null, null, null, null, null, null, null, null);
    }

    /** {@code f(x) AS (a int)}: the function gives the item its name. */
    static SqlNode withDefinitions(SqlNode item, SqlNodeList definitions) {
        SqlNode called = item;
        while (called instanceof SqlCall call && isAround(call)) {
            called = call.operand(0);
        }
        SqlParserPos position = item.getParserPosition();
        String name = called instanceof SqlCall call ? call.getOperator().getName() : String.valueOf(called);
        List<SqlNode> operands = new ArrayList<>();
        operands.add(item);
        operands.add(new SqlIdentifier(name.substring(name.lastIndexOf('.') + 1), position));
        operands.addAll(definitions.getList());
        return SqlStdOperatorTable.AS.createCall(position, operands);
    }

    private static boolean isAround(SqlCall call) {
        return call.getKind() == SqlKind.LATERAL
                || call.getKind() == SqlKind.COLLECTION_TABLE
                || call.getOperator().equals(WITH_ORDINALITY);
    }

    /** A bound of a frame that counts groups of peers: its offset, if it has one, is marked. */
    static SqlNode groups(SqlNode bound) {
        if (!(bound instanceof SqlCall call) || call.operandCount() != 1) {
            return bound;
        }
        SqlParserPos position = call.getParserPosition();
        return call.getOperator().createCall(position, unresolved(GROUPS_OFFSET, position, call.operand(0)));
    }

    /** The bounds of a slice as a row. */
    static SqlNode bounds(@Nullable SqlNode lower, @Nullable SqlNode upper, SqlParserPos position) {
        return SqlStdOperatorTable.ROW.createCall(
                position,
                lower == null ? NO_BOUND.createCall(position) : lower,
                upper == null ? NO_BOUND.createCall(position) : upper);
    }

    static SqlBinaryOperator like(boolean ignoreCase, boolean not, boolean all) {
        String name = (not ? "NOT " : "") + (ignoreCase ? "ILIKE " : "LIKE ") + (all ? "ALL" : "ANY");
        return BINARY.get(name);
    }

    private static SqlBinaryOperator other(String name) {
        return binary(name, OTHER_PRECEDENCE);
    }

    private static SqlBinaryOperator binary(String name, int precedence) {
        return new SqlBinaryOperator(name, SqlKind.OTHER, precedence, true, null, null, null);
    }

    private static SqlPrefixOperator prefix(String name) {
        return new SqlPrefixOperator(name, SqlKind.OTHER, OTHER_PRECEDENCE, null, null, null);
    }

    private static SqlFunction mark(String name) {
        return new SqlFunction(
                name, SqlKind.OTHER_FUNCTION, null, null, null, SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }

    private static Map<String, SqlBinaryOperator> byName(List<SqlBinaryOperator> operators) {
        return operators.stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(SqlOperator::getName, operator -> operator));
    }
}
