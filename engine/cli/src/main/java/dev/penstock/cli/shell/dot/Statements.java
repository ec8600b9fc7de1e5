package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.CallLines;
import dev.penstock.cli.output.QueryProgress;
import dev.penstock.cli.output.ResultRows;
import dev.penstock.cli.output.Timing;
import dev.penstock.cli.output.UnreadLines;
import dev.penstock.sql.CallSummary;
import dev.penstock.sql.QueryResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs statements in a shell: their rows are shown as they come, and kept. */
final class Statements {
    private Statements() {}

    static void run(ShellState state, String sql) throws IOException {
        if (!state.cache()) {
            state.session().forgetAnswers();
        }
        state.ran(sql);
        long started = System.nanoTime();
        CallSummary before = state.session().calls();
        long rows;
        Optional<Instant> oldest;
        try (var progress = QueryProgress.of(state.terminal(), state.session()::calls);
                QueryResult result = state.session().query(sql, List.of())) {
            KeptRows kept = KeptRows.of(progress.watched(ResultRows.of(result)));
            state.keep(kept);
            rows = UnreadLines.render(result, kept.watched(), state.style().renderer(), state.results());
            oldest = result.oldestEvidence();
        }
        if (state.timing().shown()) {
            CallLines.footer(
                    state.terminal(),
                    rows,
                    Duration.ofNanos(System.nanoTime() - started),
                    state.session().calls().since(before).restingOn(oldest),
                    state.timing() == Timing.VERBOSE);
        }
    }
}
