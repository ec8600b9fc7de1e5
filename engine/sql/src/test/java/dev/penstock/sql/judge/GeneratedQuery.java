package dev.penstock.sql.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A query in parts, so that a failing one can be made smaller part by part. */
final class GeneratedQuery {
    private final String verb;
    private final String from;
    private final List<String> columns = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private String having = "";
    private String withName = "";
    private @Nullable GeneratedQuery with;
    private String operation = "";
    private @Nullable GeneratedQuery second;

    GeneratedQuery(String verb, String from) {
        this.verb = verb;
        this.from = from;
    }

    List<String> columns() {
        return columns;
    }

    List<String> conditions() {
        return conditions;
    }

    List<String> groups() {
        return groups;
    }

    List<String> orders() {
        return orders;
    }

    void having(String condition) {
        having = condition;
    }

    void with(String name, GeneratedQuery definition) {
        withName = name;
        with = definition;
    }

    void append(String setOperation, GeneratedQuery other) {
        operation = setOperation;
        second = other;
    }

    String sql() {
        var sql = new StringBuilder();
        if (with != null) {
            sql.append("with ")
                    .append(withName)
                    .append(" as (")
                    .append(with.sql())
                    .append(") ");
        }
        sql.append(verb)
                .append(' ')
                .append(String.join(", ", columns))
                .append(" from ")
                .append(from);
        clause(sql, " where ", conditions, " and ");
        clause(sql, " group by ", groups, ", ");
        if (!having.isEmpty()) {
            sql.append(" having ").append(having);
        }
        if (second != null) {
            sql.append(' ').append(operation).append(' ').append(second.sql());
        }
        clause(sql, " order by ", orders, ", ");
        return sql.toString();
    }

    private static void clause(StringBuilder sql, String word, List<String> parts, String between) {
        if (!parts.isEmpty()) {
            sql.append(word).append(String.join(between, parts));
        }
    }

    /** Every query that is one part smaller. */
    List<GeneratedQuery> smaller() {
        var smaller = new ArrayList<GeneratedQuery>();
        if (groups.isEmpty() && second == null && with == null) {
            for (int i = 0; i < columns.size() && columns.size() > 1; i++) {
                int dropped = i;
                smaller.add(copy(query -> {
                    query.columns.remove(dropped);
                    query.orders.clear();
                    return query;
                }));
            }
        } else if (columns.size() > groups.size() + 1) {
            smaller.add(copy(query -> {
                query.columns.remove(query.columns.size() - 1);
                return query;
            }));
        }
        for (int i = 0; i < conditions.size(); i++) {
            int dropped = i;
            smaller.add(copy(query -> {
                query.conditions.remove(dropped);
                return query;
            }));
        }
        if (!orders.isEmpty()) {
            smaller.add(copy(query -> {
                query.orders.clear();
                return query;
            }));
        }
        if (!having.isEmpty()) {
            smaller.add(copy(query -> {
                query.having = "";
                return query;
            }));
        }
        if (second != null) {
            smaller.add(second);
            smaller.add(copy(query -> {
                query.second = null;
                return query;
            }));
        }
        if (with != null) {
            smaller.add(with);
        }
        smaller.addAll(smallerExpressions());
        return smaller;
    }

    private List<GeneratedQuery> smallerExpressions() {
        var smaller = new ArrayList<GeneratedQuery>();
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            for (String part : Parentheses.parts(columns.get(i))) {
                smaller.add(copy(query -> {
                    query.columns.set(place, part);
                    return query;
                }));
            }
        }
        for (int i = 0; i < conditions.size(); i++) {
            int place = i;
            for (String part : Parentheses.parts(conditions.get(i))) {
                smaller.add(copy(query -> {
                    query.conditions.set(place, part);
                    return query;
                }));
            }
        }
        return smaller;
    }

    private GeneratedQuery copy(UnaryOperator<GeneratedQuery> change) {
        var copy = new GeneratedQuery(verb, from);
        copy.columns.addAll(columns);
        copy.conditions.addAll(conditions);
        copy.groups.addAll(groups);
        copy.orders.addAll(orders);
        copy.having = having;
        copy.withName = withName;
        copy.with = with;
        copy.operation = operation;
        copy.second = second;
        return change.apply(copy);
    }
}
