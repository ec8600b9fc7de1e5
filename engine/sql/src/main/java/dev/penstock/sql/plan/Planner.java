package dev.penstock.sql.plan;

import dev.penstock.scan.TableScanner;
import dev.penstock.sql.Sources;
import dev.penstock.sql.dialect.PostgresDialect;
import dev.penstock.sql.dialect.PostgresTypes;
import dev.penstock.sql.dialect.Prepared;
import dev.penstock.sql.execute.Operator;
import dev.penstock.sql.execute.Rows;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;

/** Plans statements over a catalog. Safe for many threads. */
public final class Planner {
    private final PostgresDialect dialect;
    private final TableScanner scanner;

    /** A planner whose scans run in {@code scanner}. */
    public Planner(Catalog catalog, TableScanner scanner) {
        this.dialect = new PostgresDialect(catalog.rootSchema(), catalog.searchPath());
        this.scanner = scanner;
    }

    /** Plans a statement that needs no table, for the classes that every other one needs too. */
    public static void warmUp() {
        var catalog = new Catalog(Sources.of(List.of()), Map.of());
        RelNode tree = new PostgresDialect(catalog.rootSchema(), List.of())
                .prepare("with a as (select x, count(*) as n from (values (1)) as v(x) where x > 0 group by x)"
                        + " select b.x || '', case when a.n > 1 then 'a' else 'b' end"
                        + " from a left join a as b on a.x = b.x order by 1")
                .tree();
        optimized(tree);
    }

    /**
     * Plans one statement.
     *
     * @throws dev.penstock.spi.error.EngineException in PostgreSQL's words if it is wrong
     */
    public Planned plan(String sql) {
        return plan(sql, Meters.none());
    }

    /** The same, whose operators are measured when they run; for one run. */
    public Planned measured(String sql) {
        return plan(sql, Meters.all());
    }

    private Planned plan(String sql, Meters meters) {
        Prepared prepared = dialect.prepare(sql);
        RelNode optimized = optimized(prepared.tree());
        var builder = new OperatorBuilder(optimized, scanner, meters);
        Operator rows = builder.build(optimized);
        // A tree has at least one field: without output columns it stands for the rows alone.
        Operator operator = prepared.columns().isEmpty() ? Rows.project(rows, List.of()) : rows;
        List<Column> columns = prepared.columns().stream()
                .map(column -> new Column(column.name(), typeName(column.type())))
                .toList();
        return new Planned(operator, columns, builder.scans(), optimized, meters);
    }

    /** The plan of a statement, and of what it shares: that last, because only then all that is needed of it is known. */
    private static RelNode optimized(RelNode tree) {
        SharedQueries.Shared statement = SharedQueries.of(tree);
        RelNode optimized = Optimizer.optimize(SetFunctionExpansion.expand(statement.tree()));
        List<SharedQuery.Source> sources = statement.sources();
        for (int i = sources.size() - 1; i >= 0; i--) {
            sources.get(i).optimize();
        }
        return optimized;
    }

    /** PostgreSQL's name of an output type; all rows are records. */
    private static String typeName(RelDataType type) {
        String name = PostgresTypes.nameOf(type);
        return name.startsWith("record(") ? "record" : name;
    }

    /** An output column: its name, and PostgreSQL's name of its type. */
    public record Column(String name, String type) {}
}
