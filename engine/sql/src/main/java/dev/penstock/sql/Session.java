package dev.penstock.sql;

import dev.penstock.scan.Connections;
import dev.penstock.scan.ScanPermissions;
import dev.penstock.scan.ScanRequest;
import dev.penstock.scan.TableScanner;
import dev.penstock.sql.execute.Cursor;
import dev.penstock.sql.execute.Execution;
import dev.penstock.sql.execute.MemoryAccount;
import dev.penstock.sql.execute.Rows;
import dev.penstock.sql.execute.SharedRows;
import dev.penstock.sql.execute.Unread;
import dev.penstock.sql.function.FunctionContext;
import dev.penstock.sql.plan.Catalog;
import dev.penstock.sql.plan.Planned;
import dev.penstock.sql.plan.Planner;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements. Each distinct call is made at most once in a session, as long as its answer counts
 * ({@link EngineSettings#keepAnswers}) and fits the memory budget. Safe for many threads.
 */
public final class Session implements AutoCloseable {
    private final EngineSettings settings;
    private final TableScanner scanner;
    private final Set<AtomicBoolean> running = ConcurrentHashMap.newKeySet();

    private volatile Catalog catalog;
    private volatile Planner planner;
    private volatile ZoneId zone;
    private volatile boolean toldOfAll;

    Session(Connections connections, Catalog catalog, EngineSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
        this.zone = settings.zone();
        // A statement that asks twice needs one answer, however short answers are kept between statements.
        Duration keep = settings.keepAnswers().isZero() ? TableScanner.FOR_EVER : settings.keepAnswers();
        this.scanner = new TableScanner(connections, settings.memory().calls(), keep, settings.retryDeadline());
        this.planner = new Planner(catalog, scanner);
    }

    /**
     * Starts a statement. Calls are made as rows are pulled. The rows of an EXPLAIN are the lines of its answer.
     *
     * @param parameters values of {@code $1}, {@code $2}, ...: texts, numbers, booleans, lists of those, JSON or null. As
     *     in PostgreSQL, the place decides the type: a list is an array or a JSON array, a number may be text
     * @throws dev.penstock.spi.error.EngineException if the statement is wrong, in PostgreSQL's words
     */
    public QueryResult query(String sql, List<? extends @Nullable Object> parameters) {
        Optional<ExplainStatement> explain = ExplainStatement.of(sql);
        return explain.isPresent() ? explained(explain.get(), parameters) : query(prepare(sql), parameters);
    }

    /**
     * Plans a statement; no call is made.
     *
     * @throws dev.penstock.spi.error.EngineException if the statement is wrong, in PostgreSQL's words
     */
    public PreparedQuery prepare(String sql) {
        return new PreparedQuery(planner.plan(sql));
    }

    /**
     * Tells which statements will run, so that calls are chosen for all of them together: one bulk call may be cheaper
     * than what each would ask for by itself. Best told before the first of them starts.
     */
    public void expect(Collection<PreparedQuery> queries) {
        toldOfAll = true;
        tell(queries.stream().map(PreparedQuery::planned).toList());
    }

    /** Tells what a statement asks, where nothing is known of others: its scans choose together. */
    private void tellAlone(Planned planned) {
        if (!toldOfAll) {
            tell(List.of(planned));
        }
    }

    private void tell(Collection<Planned> statements) {
        Map<String, Set<ScanRequest>> requests = new TreeMap<>();
        statements.forEach(planned -> planned.requests(requests));
        requests.forEach(scanner::expect);
    }

    /** Starts a planned statement; otherwise as {@link #query(String, List)}. */
    public QueryResult query(PreparedQuery query, List<? extends @Nullable Object> parameters) {
        Execution execution = execution(parameters);
        tellAlone(query.planned());
        return new QueryResult(
                query.columns(),
                query.planned().operator().open(execution),
                execution,
                query.planned()::oldestEvidence,
                () -> running.remove(execution.canceled()));
    }

    private Execution execution(List<? extends @Nullable Object> parameters) {
        if (settings.keepAnswers().isZero()) {
            scanner.forgetAnswers();
        }
        var canceled = new AtomicBoolean();
        running.add(canceled);
        return new Execution(
                new FunctionContext(settings.clock().instant(), zone, "penstock"),
                Collections.unmodifiableList(new ArrayList<>(parameters)),
                Map.of(),
                Map.of(),
                new MemoryAccount(settings.memory().rows()),
                new SharedRows.InStatement(),
                canceled,
                Optional.empty(),
                new Unread(settings.acceptsPartial()));
    }

    private QueryResult explained(ExplainStatement statement, List<? extends @Nullable Object> parameters) {
        Execution execution = execution(parameters);
        Explanation told = new Explainer(planner, this::tellAlone).explain(statement, execution);
        List<String> values = statement.json() ? List.of(told.json().toString()) : told.lines();
        Cursor rows = Rows.values(values.stream()
                        .<@Nullable Object[]>map(value -> new @Nullable Object[] {value})
                        .toList())
                .open(execution);
        return new QueryResult(
                List.of(new ResultColumn("QUERY PLAN", statement.json() ? "json" : "text")),
                rows,
                execution,
                Optional::empty,
                () -> running.remove(execution.canceled()));
    }

    /**
     * What a statement will do, or, for EXPLAIN ANALYZE, what it did. Asks how much the account holds where the calls
     * hang on it; makes no other call.
     */
    public Explanation explain(String sql) {
        Execution execution = execution(List.of());
        try {
            return new Explainer(planner, this::tellAlone)
                    .explain(ExplainStatement.of(sql).orElse(new ExplainStatement(false, false, sql)), execution);
        } finally {
            running.remove(execution.canceled());
        }
    }

    /** The actions that a statement may call, whatever the account holds and allows; no call is made. */
    public Permissions permissions(String sql) {
        ScanPermissions permissions = planner.plan(sql).permissions();
        return new Permissions(permissions.needed(), permissions.fallback());
    }

    /** The statements of a text, without their semicolons and without those that hold nothing. */
    public List<String> statements(String text) {
        return StatementSplitter.split(text);
    }

    /** Whether a text ends with a whole statement; an editor that gets no goes on to the next line. */
    public boolean isComplete(String text) {
        return StatementSplitter.isComplete(text);
    }

    /** Every table, schema by schema. */
    public List<CatalogTable> catalog() {
        return catalog.tables();
    }

    /** The schemas in which a table is looked for that is named without one, the first first. */
    public List<String> searchPath() {
        return catalog.searchPath();
    }

    /**
     * Chooses another search path for the next statements.
     *
     * @throws dev.penstock.spi.error.EngineException with code UNKNOWN_NAME if there is no such schema
     */
    public void searchPath(List<String> schemas) {
        catalog = catalog.on(schemas);
        planner = new Planner(catalog, scanner);
    }

    /** The time zone in which times are read and printed. */
    public ZoneId zone() {
        return zone;
    }

    /** Chooses another time zone for the next statements. */
    public void zone(ZoneId other) {
        zone = other;
    }

    /** Makes the next statements ask anew for what is already known. */
    public void forgetAnswers() {
        scanner.forget();
    }

    /** What was called so far. */
    public CallSummary calls() {
        return new CallSummary(
                scanner.counts().byAction(),
                scanner.counts().throttles(),
                scanner.counts().cacheHits(),
                scanner.counts().ignoredByAction(),
                scanner.counts().oldestEvidence());
    }

    /** Stops every running statement: it fails with code CANCELED at its next row. */
    public void cancel() {
        running.forEach(canceled -> canceled.set(true));
    }

    @Override
    public void close() {
        cancel();
        scanner.close();
    }
}
