package dev.penstock.sql.dialect;

import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.OrderedSetAggregates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/** {@code percentile_cont(0.5) within group (order by x)} and its kin, and the ranks of rows that are not there. */
final class OrderedSets {
    private static final Set<String> RANKS = Set.of("rank", "dense_rank", "percent_rank", "cume_dist");

    private OrderedSets() {}

    /** The call in the form that validation takes: the ordered value is an argument, too. */
    static SqlNode of(SqlCall withinGroup) {
        SqlCall aggregate = withinGroup.operand(0);
        SqlNodeList order = withinGroup.operand(1);
        String name = aggregate.getOperator().getName().toLowerCase(Locale.ROOT);
        boolean ranks = RANKS.contains(name);
        if (!ranks && !OrderedSetAggregates.NAMES.contains(name)) {
            return withinGroup;
        }
        if (order.size() != 1 || aggregate.operandCount() != (name.equals("mode") ? 0 : 1)) {
            throw QueryRewriter.error(
                    ErrorCode.NOT_SUPPORTED, name + " over several values WITHIN GROUP is not supported", aggregate);
        }
        SqlNode key = Objects.requireNonNull(order.get(0));
        if (ranks) {
            return rank(name, aggregate.operand(0), key, aggregate.getParserPosition());
        }
        var arguments = new ArrayList<>(aggregate.getOperandList());
        arguments.add(value(key));
        SqlCall call = (SqlCall) ScalarRewrites.function(
                name + OrderedSetAggregates.SUFFIX, aggregate.getParserPosition(), arguments.toArray(SqlNode[]::new));
        return SqlStdOperatorTable.WITHIN_GROUP.createCall(withinGroup.getParserPosition(), call, order);
    }

    private static SqlNode value(SqlNode key) {
        return switch (key.getKind()) {
            case DESCENDING, NULLS_FIRST, NULLS_LAST -> value(((SqlCall) key).operand(0));
            default -> key;
        };
    }

    /** The rank that a value would have: one more than there are before it. */
    private static SqlNode rank(String name, SqlNode wanted, SqlNode key, SqlParserPos position) {
        if (key.getKind() == SqlKind.NULLS_FIRST || key.getKind() == SqlKind.NULLS_LAST) {
            throw QueryRewriter.error(
                    ErrorCode.NOT_SUPPORTED, name + " WITHIN GROUP with NULLS FIRST or LAST is not supported", key);
        }
        boolean descending = key.getKind() == SqlKind.DESCENDING;
        SqlNode value = value(key);
        SqlNode before = (descending ? SqlStdOperatorTable.GREATER_THAN : SqlStdOperatorTable.LESS_THAN)
                .createCall(position, value, wanted);
        SqlNode isEqual = SqlStdOperatorTable.EQUALS.createCall(position, value, wanted);
        if (descending) {
            before = or(before, SqlStdOperatorTable.IS_NULL.createCall(position, value));
        }
        SqlNode all = count(SqlIdentifier.star(position), position);
        return switch (name) {
            case "rank" -> plusOne(filtered(all, before));
            case "dense_rank" -> {
                SqlNode others = plusOne(filtered(distinct(value, position), before));
                SqlNode nulls = filtered(all, SqlStdOperatorTable.IS_NULL.createCall(position, value));
                yield descending
                        ? operator(
                                "+",
                                others,
                                ScalarRewrites.function("least", position, nulls, QueryRewriter.number(1, position)))
                        : others;
            }
            case "percent_rank" ->
                operator(
                        "/",
                        ScalarRewrites.function(CastFunction.PREFIX + "float8", position, filtered(all, before)),
                        ScalarRewrites.function("greatest", position, all, QueryRewriter.number(1, position)));
            default ->
                operator(
                        "/",
                        ScalarRewrites.function(
                                CastFunction.PREFIX + "float8", position, plusOne(filtered(all, or(before, isEqual)))),
                        plusOne(all));
        };
    }

    private static SqlNode or(SqlNode left, SqlNode right) {
        return SqlStdOperatorTable.OR.createCall(left.getParserPosition(), left, right);
    }

    private static SqlNode count(SqlNode counted, SqlParserPos position) {
        return SqlStdOperatorTable.COUNT.createCall(position, counted);
    }

    private static SqlNode distinct(SqlNode value, SqlParserPos position) {
        return new SqlBasicCall(
                SqlStdOperatorTable.COUNT,
                List.of(value),
                position,
                org.apache.calcite.sql.SqlSelectKeyword.DISTINCT.symbol(position));
    }

    private static SqlNode filtered(SqlNode aggregate, SqlNode condition) {
        return SqlStdOperatorTable.FILTER.createCall(aggregate.getParserPosition(), aggregate, condition);
    }

    private static SqlNode plusOne(SqlNode count) {
        return operator("+", count, QueryRewriter.number(1, count.getParserPosition()));
    }

    private static SqlNode operator(String name, SqlNode left, SqlNode right) {
        return PostgresOperatorTable.operator(name).createCall(left.getParserPosition(), left, right);
    }
}
