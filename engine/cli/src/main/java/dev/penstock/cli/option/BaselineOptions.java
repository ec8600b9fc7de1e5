package dev.penstock.cli.option;

import dev.penstock.cli.earlier.EarlierReport;
import dev.penstock.controls.comparison.Difference;
import dev.penstock.controls.comparison.Outcome;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An earlier run that only new alarms count against. */
public final class BaselineOptions {
    @Option(
            names = "--baseline",
            paramLabel = "<file>",
            description = "The report of an earlier run, json or snapshot: only alarms that are not in it make the run"
                    + " end with 1, and they are listed. Errors make it end with 2 as ever.")
    private @Nullable Path file;

    /** Made by picocli. */
    public BaselineOptions() {}

    /**
     * What the earlier run found, if one was given.
     *
     * @throws dev.penstock.spi.error.EngineException if the file is no report
     */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(file).map(EarlierReport::read);
    }

    /**
     * A report against an earlier run.
     *
     * @param nameOf the name of a control as reports give it
     */
    public Compared compared(CheckReport report, Optional<Outcome> earlier, Function<CheckNode, String> nameOf) {
        if (earlier.isEmpty()) {
            return new Compared(report, ExitCode.of(report.counts()));
        }
        Outcome now = Outcome.of(report, check -> nameOf.apply(check.node()));
        Difference difference = Difference.between(earlier.get(), now);
        return new Compared(report.withNotes(notes(difference)), ExitCode.of(difference, now));
    }

    private List<String> notes(Difference difference) {
        var notes = new ArrayList<String>();
        notes.add("since " + file + ": " + difference.fresh().size() + " new, "
                + difference.resolved().size() + " resolved alarms");
        difference
                .fresh()
                .forEach(change -> notes.add("new alarm: " + change.subject().control() + " "
                        + change.subject().place() + ": " + change.reason()));
        return notes;
    }

    /**
     * A report that says what is new, and what the run ends with.
     *
     * @param code the exit code
     */
    public record Compared(CheckReport report, int code) {}
}
