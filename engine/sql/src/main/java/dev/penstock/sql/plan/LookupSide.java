package dev.penstock.sql.plan;

import dev.penstock.scan.KeyAdvice;
import dev.penstock.sql.execute.Cursor;
import dev.penstock.sql.execute.Execution;
import dev.penstock.sql.execute.LookupJoin;
import dev.penstock.sql.execute.Operator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The side of a join that takes keys, through the scan below it.
 *
 * @param side what gives the side's rows
 * @param scan the scan, which finds the keys in the execution
 */
record LookupSide(Operator side, ScanOperator scan) implements LookupJoin.KeyedSide {

    @Override
    public KeyAdvice advice(Set<List<String>> keys, Execution execution) {
        return scan.advise(keys, execution);
    }

    @Override
    public Cursor open(Set<List<String>> keys, Execution execution) {
        List<@Nullable Object[]> rows = keys.stream()
                .<@Nullable Object[]>map(key -> key.toArray(Object[]::new))
                .toList();
        return side.open(execution.withWorkingTable(scan, rows));
    }

    @Override
    public Cursor openAll(Execution execution) {
        return side.open(execution);
    }
}
