package dev.penstock.sql.plan;

import dev.penstock.scan.CallCounts;
import dev.penstock.scan.RowCursor;
import dev.penstock.scan.ScanExplanation;
import dev.penstock.scan.ScanPermissions;
import dev.penstock.scan.ScanRequest;
import dev.penstock.scan.TableScanner;
import dev.penstock.spi.value.Json;
import dev.penstock.sql.execute.Cursor;
import dev.penstock.sql.execute.Execution;
import dev.penstock.sql.execute.Operator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads a table over its connections, one after the other, and adds the engine's own columns. */
final class ScanOperator implements Operator {
    private final TableScanner scanner;
    private final CallCounts counts;
    private final ScanRequest request;
    private final List<String> connections;
    private final @Nullable Set<String> accounts;
    private final int[] layout;
    private final boolean asRead;

    private ScanOperator(
            TableScanner scanner,
            CallCounts counts,
            ScanRequest request,
            List<String> connections,
            @Nullable Set<String> accounts,
            List<Integer> layout) {
        this.scanner = scanner;
        this.counts = counts;
        this.request = request;
        this.connections = connections;
        this.accounts = accounts;
        this.layout = layout.stream().mapToInt(Integer::intValue).toArray();
        this.asRead = layout.stream().noneMatch(place -> place < 0);
    }

    /**
     * The operator of a planned scan. Connections that a filter on name or account leaves out are not read.
     *
     * @param counts where its calls are counted
     */
    static ScanOperator of(ApiTableScan scan, TableScanner scanner, CallCounts counts) {
        int own = scan.definition().columns().size();
        var columns = new ArrayList<Integer>();
        var layout = new ArrayList<Integer>();
        for (int column : scan.columns()) {
            if (column < own) {
                layout.add(columns.size());
                columns.add(column);
            } else {
                ApiTable.EngineColumn added = scan.apiTable().engineColumns().get(column - own);
                layout.add(-1 - ApiTable.ENGINE_COLUMNS.indexOf(added));
            }
        }
        Map<String, SortedSet<String>> keys = new TreeMap<>(scan.keys());
        SortedSet<String> names = keys.remove(ApiTable.CONNECTION_NAME);
        SortedSet<String> accounts =
                scan.definition().accountColumn().map(keys::remove).orElse(null);
        keys.keySet().retainAll(scan.definition().keyColumns());
        List<String> connections = scan.apiTable().connections().stream()
                .filter(name -> names == null || names.contains(name))
                .toList();
        var request = new ScanRequest(scan.definition(), columns, keys, scan.limit());
        if (!connections.isEmpty()) {
            scanner.check(request);
        }
        return new ScanOperator(scanner, counts, request, connections, accounts, layout);
    }

    ScanRequest request() {
        return request;
    }

    List<String> connections() {
        return connections;
    }

    /** What will be called, connection by connection. */
    List<ScanExplanation> explain(BooleanSupplier canceled) {
        return connections.stream()
                .map(connection -> scanner.explain(request, connection, canceled))
                .toList();
    }

    /** The actions that may be called; nothing is called for it. */
    ScanPermissions permissions() {
        return connections.stream()
                .map(connection -> scanner.permissions(request, connection))
                .reduce(ScanPermissions.NONE, ScanPermissions::and);
    }

    /** What was called, where it is counted apart. */
    CallCounts counts() {
        return counts;
    }

    @Override
    public Cursor open(Execution execution) {
        return new Rows(execution);
    }

    private final class Rows implements Cursor {
        private final Execution execution;
        private final Iterator<String> left = connections.iterator();
        private @Nullable String connection;
        private @Nullable RowCursor current;
        private boolean closed;

        Rows(Execution execution) {
            this.execution = execution;
        }

        @Override
        public @Nullable Object @Nullable [] next() {
            while (!closed) {
                execution.checkCanceled();
                RowCursor cursor = current;
                if (cursor == null) {
                    if (!left.hasNext()) {
                        return null;
                    }
                    connection = left.next();
                    if (!isWanted(connection)) {
                        continue;
                    }
                    cursor = scanner.scan(request, connection, counts, execution.canceled()::get);
                    current = cursor;
                }
                var row = cursor.next();
                if (row != null) {
                    return asRead ? row : laidOut(row);
                }
                cursor.close();
                current = null;
            }
            return null;
        }

        /** A filter on the account leaves connections to other accounts out before anything else is asked. */
        private boolean isWanted(String name) {
            return execution.reads(name)
                    && (accounts == null || accounts.contains(scanner.account(name, execution.canceled()::get)));
        }

        private @Nullable Object[] laidOut(@Nullable Object[] row) {
            Object[] whole = new @Nullable Object[layout.length];
            for (int i = 0; i < whole.length; i++) {
                int place = layout[i];
                whole[i] = place >= 0 ? row[place] : engineColumn(-1 - place);
            }
            return whole;
        }

        private Object engineColumn(int index) {
            return index == 0
                    ? String.valueOf(connection)
                    : Json.object(Map.of("connection_name", Json.text(String.valueOf(connection))));
        }

        @Override
        public void close() {
            closed = true;
            if (current != null) {
                current.close();
            }
        }
    }
}
