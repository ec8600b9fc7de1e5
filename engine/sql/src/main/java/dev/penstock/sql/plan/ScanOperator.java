package dev.penstock.sql.plan;

import dev.penstock.scan.CallCounts;
import dev.penstock.scan.KeyAdvice;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private final List<String> lateColumns;

    private ScanOperator(
            TableScanner scanner,
            CallCounts counts,
            ScanRequest request,
            List<String> connections,
            @Nullable Set<String> accounts,
            List<Integer> layout,
            List<String> lateColumns) {
        this.scanner = scanner;
        this.counts = counts;
        this.request = request;
        this.connections = connections;
        this.accounts = accounts;
        this.layout = layout.stream().mapToInt(Integer::intValue).toArray();
        this.lateColumns = lateColumns;
        this.asRead = layout.stream().noneMatch(place -> place < 0);
    }

    /**
     * The operator of a planned scan. Connections that a filter on name or account leaves out are not read.
     *
     * @param counts where its calls are counted
     * @param lateColumns the key columns that get their values while the statement runs
     */
    static ScanOperator of(ApiTableScan scan, TableScanner scanner, CallCounts counts, List<String> lateColumns) {
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
        var operator = new ScanOperator(scanner, counts, request, connections, accounts, layout, lateColumns);
        if (!connections.isEmpty()) {
            scanner.check(operator.perKey());
        }
        return operator;
    }

    /** The request for one key that is not known yet. */
    private ScanRequest perKey() {
        ScanRequest one = request;
        for (String column : lateColumns) {
            one = column.equals(ApiTable.CONNECTION_NAME) ? one : one.with(column, Set.of("..."));
        }
        return one;
    }

    /** Whether there is a way to the rows without keys. */
    private boolean canReadAll() {
        return scanner.canAnswer(request);
    }

    /** The key columns that get their values while the statement runs. */
    List<String> lateColumns() {
        return lateColumns;
    }

    /** Whether to look keys up, given those that are known so far; each in the order of the late columns. */
    KeyAdvice advise(Set<List<String>> keys, Execution execution) {
        return late(List.copyOf(keys)).stream()
                .filter(one -> execution.reads(one.connection()))
                .map(one -> scanner.advise(one.request(), one.connection(), execution.canceled()::get))
                .min(Comparator.naturalOrder())
                .orElse(KeyAdvice.LOOK_UP);
    }

    /** The requests for keys: the values of the first column together, those of the others one by one. */
    private List<Part> late(List<List<String>> keys) {
        var together = new LinkedHashMap<List<String>, Set<String>>();
        keys.forEach(key -> together.computeIfAbsent(key.subList(1, key.size()), others -> new LinkedHashSet<>())
                .add(key.get(0)));
        var parts = new ArrayList<Part>();
        together.forEach((others, firsts) -> {
            ScanRequest one = request.with(lateColumns.get(0), firsts);
            List<String> reached = connections;
            for (int i = 0; i < others.size(); i++) {
                String column = lateColumns.get(i + 1);
                String value = others.get(i);
                if (column.equals(ApiTable.CONNECTION_NAME)) {
                    reached = reached.contains(value) ? List.of(value) : List.of();
                } else {
                    one = one.with(column, Set.of(value));
                }
            }
            for (String connection : reached) {
                parts.add(new Part(connection, one));
            }
        });
        return parts;
    }

    /** What is asked of which connection. */
    private record Part(String connection, ScanRequest request) {}

    private List<Part> parts(Execution execution) {
        var keys = execution.workingTables().get(this);
        return keys == null
                ? connections.stream()
                        .map(connection -> new Part(connection, request))
                        .toList()
                : late(keys.stream()
                        .map(key -> Arrays.stream(key).map(String::valueOf).toList())
                        .toList());
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
                .map(connection -> scanner.explain(perKey(), connection, canceled))
                .toList();
    }

    /** The actions that may be called; nothing is called for it. */
    ScanPermissions permissions() {
        return connections.stream()
                .map(connection -> scanner.permissions(perKey(), connection)
                        .and(canReadAll() ? scanner.permissions(request, connection) : ScanPermissions.NONE))
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
        private final Iterator<Part> left;
        private @Nullable String connection;
        private @Nullable RowCursor current;
        private boolean closed;

        Rows(Execution execution) {
            this.execution = execution;
            this.left = parts(execution).iterator();
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
                    Part part = left.next();
                    connection = part.connection();
                    if (!isWanted(connection)) {
                        continue;
                    }
                    cursor = scanner.scan(part.request(), connection, counts, execution.canceled()::get);
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
