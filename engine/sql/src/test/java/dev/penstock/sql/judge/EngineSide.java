package dev.penstock.sql.judge;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The engine over an estate. */
public final class EngineSide implements Side, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Engine engine;
    private final Session session;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    /** Opens an engine. */
    public EngineSide(Estate estate, ZoneId zone) {
        EngineSettings defaults = EngineSettings.defaults();
        var settings = new EngineSettings(
                Clock.fixed(estate.now(), zone),
                zone,
                defaults.memory(),
                defaults.inFlight(),
                defaults.retryDeadline(),
                defaults.keepAnswers(),
                false);
        engine = Engine.open(
                List.of(new ConnectionConfig(Estate.CONNECTION, "fake", Map.of(), 4)),
                List.of(estate.plugin()),
                settings);
        session = engine.openSession();
    }

    @Override
    public Answer answer(String sql, List<? extends @Nullable String> parameters) {
        ScheduledFuture<?> tooLong = watch.schedule(session::cancel, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        try (QueryResult result = session.query(sql, parameters)) {
            var columns = new ArrayList<String>();
            result.columns().forEach(column -> columns.add(column.name() + " " + column.type()));
            var rows = new ArrayList<String>();
            for (@Nullable Object[] row = result.next(); row != null; row = result.next()) {
                rows.add(line(result, row));
            }
            return new Answer.Rows(columns, rows);
        } catch (EngineException e) {
            // What we add to PostgreSQL's words is no difference.
            return new Answer.Failed(
                    e.code().sqlState(), e.getMessage().replaceFirst("; did you mean \"[^\"]*\"\\?$", ""));
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return crashed(e);
        } finally {
            tooLong.cancel(false);
        }
    }

    /** Whether the engine can plan a statement; an error says why not. */
    public @Nullable EngineException planned(String sql) {
        try {
            session.prepare(sql);
            return null;
        } catch (EngineException e) {
            return e;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return new EngineException(ErrorCode.INTERNAL, crashed(e).toString(), e);
        }
    }

    private static Answer crashed(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return new Answer.Failed("CRASH", thrown + (trace.length == 0 ? "" : " at " + trace[0]));
    }

    private static String line(QueryResult result, @Nullable Object[] row) {
        var values = new ArrayList<String>();
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            values.add(value == null ? "NULL" : result.text(i, value));
        }
        return Answer.line(values);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        session.close();
        engine.close();
    }
}
