package dev.penstock.cli.command;

import dev.penstock.cli.option.Timing;
import dev.penstock.cli.output.ResultRenderer;
import dev.penstock.cli.output.SafeText;
import dev.penstock.cli.output.Terminal;
import dev.penstock.spi.error.EngineException;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One statement, run or explained. */
record Statement(Session session, String sql, Terminal terminal) {

    void run(ResultRenderer renderer, Timing timing) throws IOException {
        long started = System.nanoTime();
        try (QueryResult result = session.query(sql, List.of())) {
            long rows = renderer.render(result, terminal);
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
