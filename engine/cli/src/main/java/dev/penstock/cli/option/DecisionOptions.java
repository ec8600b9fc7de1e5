package dev.penstock.cli.option;

import dev.penstock.controls.decision.DecisionFile;
import dev.penstock.controls.decision.Decisions;
import dev.penstock.controls.model.Control;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What people decided about results. */
public final class DecisionOptions {
    @Option(
            names = "--exemptions",
            paramLabel = "<file>",
            description = "A file of exemptions, each for alarms that are accepted until a date, and of attestations of"
                    + " what no call can tell. What is exempt is shown and counted as such, and does not fail the run.")
    private @Nullable Path exemptions;

    /** Made by picocli. */
    public DecisionOptions() {}

    /**
     * What the file decides; nothing if none was given.
     *
     * @param named the controls that a name or pattern stands for
     */
    public Decisions decisions(Function<String, List<Control>> named, Clock clock) {
        return exemptions == null ? Decisions.none() : new DecisionFile(named, clock).read(exemptions);
    }
}
