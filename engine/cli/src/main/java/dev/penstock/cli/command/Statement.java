package dev.penstock.cli.command;

import dev.penstock.cli.output.CallLines;
import dev.penstock.cli.output.ResultRenderer;
import dev.penstock.cli.output.SafeText;
import dev.penstock.cli.output.Terminal;
import dev.penstock.cli.output.Timing;
import dev.penstock.cli.output.UnreadLines;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
        try {
            long rows = render(renderer);
            if (timing.shown()) {
                terminal.err().print("Rows returned: " + CallLines.number(rows) + ". ");
            }
        } finally {
            terminal.out().flush();
            CallLines.warn(terminal, session.calls());
            if (timing.shown()) {
                CallLines.print(
                        terminal,
                        Duration.ofNanos(System.nanoTime() - started),
                        session.calls(),
                        timing == Timing.VERBOSE);
            }
        }
    }

    private long render(ResultRenderer renderer) throws IOException {
        try (QueryResult result = session.query(sql, values);
                Deadline deadline = Deadline.after(timeout, result::cancel)) {
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
