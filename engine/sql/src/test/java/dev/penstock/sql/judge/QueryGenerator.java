package dev.penstock.sql.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random queries that are well typed, over the tables {@code awkward} and {@code other}: joins, filters, groups, windows,
 * subqueries, CTEs, set functions and set operations. The answer of each is determined but for the order of its rows.
 */
final class QueryGenerator {
    private final Random random;
    private final ExpressionGenerator expressions;

    /**
     * A generator.
     *
     * @param subqueries whether expressions hold subqueries
     */
    QueryGenerator(long seed, boolean subqueries) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 3);
        this.expressions = new ExpressionGenerator(random, subqueries);
    }

    /** The next query. */
    GeneratedQuery next() {
        return switch (random.nextInt(10)) {
            case 0 -> grouped();
            case 1 -> setOperation();
            case 2 -> common();
            case 3 -> windowed();
            case 4 -> distinct();
            default -> plain(true);
        };
    }

    private GeneratedQuery plain(boolean mayOrder) {
        Scope scope = scope();
        var query = new GeneratedQuery("select", scope.from());
        for (int i = random.nextInt(3); i >= 0; i--) {
            query.columns().add(expressions.any(scope, 3));
        }
        filter(query, scope);
        if (mayOrder && random.nextInt(3) == 0) {
            orderByEverything(query);
        }
        return query;
    }

    private GeneratedQuery distinct() {
        Scope scope = scope();
        var query = new GeneratedQuery("select distinct", scope.from());
        for (int i = random.nextInt(2); i >= 0; i--) {
            query.columns().add(expressions.any(scope, 2));
        }
        filter(query, scope);
        return query;
    }

    private GeneratedQuery grouped() {
        Scope scope = scope();
        var query = new GeneratedQuery("select", scope.from());
        for (int i = random.nextInt(2); i >= 0; i--) {
            String key = expressions.any(scope, 1);
            query.columns().add(key);
            query.groups().add(String.valueOf(query.columns().size()));
        }
        for (int i = random.nextInt(2); i >= 0; i--) {
            query.columns().add(expressions.aggregate(scope));
        }
        filter(query, scope);
        if (random.nextInt(3) == 0) {
            query.having(expressions.aggregateCondition(scope));
        }
        return query;
    }

    private GeneratedQuery windowed() {
        Scope scope = scope();
        var query = new GeneratedQuery("select", scope.from());
        query.columns().add(expressions.any(scope, 1));
        query.columns().add(expressions.window(scope));
        filter(query, scope);
        return query;
    }

    private GeneratedQuery setOperation() {
        String type = ExpressionGenerator.TYPES.get(random.nextInt(ExpressionGenerator.TYPES.size()));
        Scope left = scope();
        Scope right = scope();
        var query = new GeneratedQuery("select", left.from());
        query.columns().add(expressions.of(type, left, 2));
        filter(query, left);
        var second = new GeneratedQuery("select", right.from());
        second.columns().add(expressions.of(type, right, 2));
        filter(second, right);
        String operation = pick(List.of("union", "union all", "intersect", "except", "intersect all", "except all"));
        query.append(operation, second);
        return query;
    }

    private GeneratedQuery common() {
        Scope inner = scope();
        String type = ExpressionGenerator.TYPES.get(random.nextInt(ExpressionGenerator.TYPES.size()));
        var definition = new GeneratedQuery("select", inner.from());
        definition.columns().add(expressions.of(type, inner, 2));
        definition.columns().add(expressions.of("int8", inner, 1));
        filter(definition, inner);
        var columns = new ArrayList<Scope.Column>();
        columns.add(new Scope.Column("w.v", type));
        columns.add(new Scope.Column("w.i", "int8"));
        var scope = new Scope("w", columns);
        var query = new GeneratedQuery("select", "w");
        query.with("w (v, i)", definition);
        for (int i = random.nextInt(2); i >= 0; i--) {
            query.columns().add(expressions.any(scope, 2));
        }
        filter(query, scope);
        return query;
    }

    private void filter(GeneratedQuery query, Scope scope) {
        for (int i = random.nextInt(3); i > 0; i--) {
            query.conditions().add(expressions.of("bool", scope, 3));
        }
    }

    private static void orderByEverything(GeneratedQuery query) {
        for (int i = 1; i <= query.columns().size(); i++) {
            query.orders().add(String.valueOf(i));
        }
    }

    private Scope scope() {
        Scope first = Scope.table(pick(List.of("awkward", "other")), "a");
        switch (random.nextInt(5)) {
            case 0 -> {
                Scope second = Scope.table("other", "b");
                String kind = pick(List.of("join", "left join", "right join", "full join"));
                return first.joined(kind, second, "a.id = b.id");
            }
            case 1 -> {
                Scope second = Scope.table("awkward", "b");
                String kind = pick(List.of("join", "left join"));
                return first.joined(
                        kind, second, "a.id = b.id and (" + expressions.of("bool", first.and(second), 1) + ")");
            }
            case 2 -> {
                return first.unnested(
                        pick(List.of("cross join", "left join")), random.nextBoolean() ? "jsonb" : "int8", random);
            }
            default -> {
                return first;
            }
        }
    }

    private <T> T pick(List<T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }
}
