package dev.penstock.cli.command;

import dev.penstock.cli.output.CallLines;
import dev.penstock.cli.output.ResultRenderer;
import dev.penstock.cli.output.SafeText;
import dev.penstock.cli.output.Terminal;
import dev.penstock.cli.output.Timing;
import dev.penstock.cli.output.UnreadLines;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.CallSummary;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement, run or explained.
 *
 * @param values of {@code $1}, {@code $2} and so on
 * @param timeout how long it may take; zero for as long as it takes
 */
record Statement(Session session, String sql, List<@Nullable Object> values, Duration timeout, Terminal terminal) {

    /** A statement without parameters that may take as long as it takes. */
    Statement(Session session, String sql, Terminal terminal) {
        this(session, sql, List.of(), Duration.ZERO, terminal);
    }

    void run(ResultRenderer renderer, Timing timing) throws IOException {
        long started = System.nanoTime();
        CallSummary before = session.calls();
        Optional<Instant> oldest = Optional.empty();
        try (QueryResult result = session.query(sql, values)) {
            long rows = render(result, renderer);
            oldest = result.oldestEvidence();
            if (timing.shown()) {
                terminal.err().print("Rows returned: " + CallLines.number(rows) + ". ");
            }
        } finally {
            terminal.out().flush();
            CallSummary calls = session.calls().since(before).restingOn(oldest);
            CallLines.warn(terminal, calls);
            if (timing.shown()) {
                CallLines.print(
                        terminal, Duration.ofNanos(System.nanoTime() - started), calls, timing == Timing.VERBOSE);
            }
        }
    }

    private long render(QueryResult result, ResultRenderer renderer) throws IOException {
        try (Deadline deadline = Deadline.after(timeout, result::cancel)) {
            try {
                return UnreadLines.render(result, renderer, terminal);
            } catch (EngineException e) {
                if (e.code() == ErrorCode.CANCELED && deadline.passed()) {
                    throw new EngineException(
                            ErrorCode.TIMED_OUT,
                            "canceling statement due to statement timeout (--query-timeout " + timeout.toSeconds()
                                    + ")",
                            e);
                }
                throw e;
            }
        }
    }

    void explain() {
        session.explain(sql).lines().forEach(line -> terminal.out().println(SafeText.line(line)));
        terminal.out().flush();
    }

    /** Says what is wrong, and where in the SQL. */
    void report(String before, EngineException error) {
        String message = before + error.getMessage();
        error.position()
                .ifPresentOrElse(position -> terminal.error(message, sql, position), () -> terminal.error(message));
    }
}
