package dev.penstock.cli.option;

import dev.penstock.controls.run.RunSettings;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How controls run. */
public final class RunOptions {
    @Option(
            names = "--max-parallel",
            defaultValue = "10",
            paramLabel = "<n>",
            description = "Controls that run at once (default: ${DEFAULT-VALUE}).")
    private int maxParallel;

    @Option(
            names = "--query-timeout",
            defaultValue = "300",
            paramLabel = "<seconds>",
            description = "How long each control may take, 0 for no limit (default: ${DEFAULT-VALUE}).")
    private long queryTimeout;

    @Option(
            names = "--benchmark-timeout",
            defaultValue = "0",
            paramLabel = "<seconds>",
            description = "How long the whole run may take, 0 for no limit (default: ${DEFAULT-VALUE}).")
    private long benchmarkTimeout;

    @Option(names = "--dry-run", description = "Make no call; show which controls would run.")
    private boolean dryRun;

    @Option(
            names = "--progress",
            negatable = true,
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            paramLabel = "true|false",
            description = "Show how far the run is, where standard error is a terminal (default: true).")
    private boolean progress;

    @Option(names = "--timing", description = "Say how long the run took and which calls it made, on standard error.")
    private boolean timing;

    /** Made by picocli. */
    public RunOptions() {}

    /**
     * The settings of the run.
     *
     * @throws EngineException with code INVALID_PARAMETER if a number makes no sense
     */
    public RunSettings settings() {
        require(maxParallel >= 1, "--max-parallel must be at least 1");
        return RunSettings.defaults()
                .withParallel(maxParallel)
                .withTimeouts(
                        seconds("--query-timeout", queryTimeout), seconds("--benchmark-timeout", benchmarkTimeout));
    }

    private static Duration seconds(String option, long seconds) {
        require(seconds >= 0, option + " must not be negative");
        return Duration.ofSeconds(seconds);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, otherwise);
        }
    }

    /** Whether nothing is to be run. */
    public boolean dryRun() {
        return dryRun;
    }

    /** Whether the progress is to be shown. */
    public boolean progress() {
        return progress;
    }

    /** Whether the cost is to be told. */
    public boolean timing() {
        return timing;
    }
}
