package dev.penstock.controls.run;

import dev.penstock.controls.model.Arguments;
import java.time.Duration;

/**
 * How a run goes.
 *
 * @param parallel how many controls run at once, at least 1
 * @param queryTimeout how long each control may take; zero for as long as it takes
 * @param timeout how long the run may take; zero for as long as it takes
 * @param arguments values for the parameters of every control
 * @param resultBytes what results may hold in memory before they go to a file
 * @param review what people decided about results
 */
public record RunSettings(
        int parallel, Duration queryTimeout, Duration timeout, Arguments arguments, long resultBytes, Review review) {

    /** Ten controls at once, without any limit of time. */
    public static RunSettings defaults() {
        return new RunSettings(
                10,
                Duration.ZERO,
                Duration.ZERO,
                Arguments.NONE,
                Runtime.getRuntime().maxMemory() / 16,
                Review.NONE);
    }

    /** The same with so many controls at once. */
    public RunSettings withParallel(int controls) {
        return new RunSettings(controls, queryTimeout, timeout, arguments, resultBytes, review);
    }

    /** The same with limits of time. */
    public RunSettings withTimeouts(Duration ofQuery, Duration ofRun) {
        return new RunSettings(parallel, ofQuery, ofRun, arguments, resultBytes, review);
    }

    /** The same with values for parameters. */
    public RunSettings withArguments(Arguments values) {
        return new RunSettings(parallel, queryTimeout, timeout, values, resultBytes, review);
    }

    /** The same with so many bytes of results in memory. */
    public RunSettings withResultBytes(long bytes) {
        return new RunSettings(parallel, queryTimeout, timeout, arguments, bytes, review);
    }

    /** The same with what people decided. */
    public RunSettings withReview(Review decided) {
        return new RunSettings(parallel, queryTimeout, timeout, arguments, resultBytes, decided);
    }
}
