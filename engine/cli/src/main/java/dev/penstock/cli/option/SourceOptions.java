package dev.penstock.cli.option;

import dev.penstock.cli.output.Terminal;
import dev.penstock.config.Configuration;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where rows come from. */
public final class SourceOptions implements AutoCloseable {
    private static final String NOWHERE = "there is no such file";

    private @Nullable Simulator simulator;

    @Mixin
    private ConfigurationOptions configured = new ConfigurationOptions();

    @Mixin
    private SearchPathOptions searchPath = new SearchPathOptions();

    @Option(
            names = "--demo",
            description =
                    "Answer from the embedded simulator. Nothing of AWS is read, neither service nor configuration.")
    private boolean demo;

    @Option(
            names = "--in-flight",
            paramLabel = "<n>",
            description = "API calls under way at once for each connection (default: ${DEFAULT-VALUE}).",
            defaultValue = "64")
    private int inFlight;

    @Option(
            names = "--no-cache",
            description =
                    "Ask anew for each statement: answers of calls count within a statement, and not from one to the next.")
    private boolean noCache;

    @Option(
            names = "--account-deadline",
            paramLabel = "<seconds>",
            description = "How long an account may leave all that is asked unanswered (default: 300).",
            defaultValue = "300")
    private long accountDeadline;

    /** Made by picocli. */
    public SourceOptions() {}

    /** The settings as these options change them. */
    public EngineSettings settings(EngineSettings settings) {
        return noCache ? settings.keepingAnswers(Duration.ZERO) : settings;
    }

    /** The engine over what was asked for. */
    public Engine open(Terminal terminal, EngineSettings settings) {
        if (inFlight < 1 || inFlight > 1000) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "--in-flight must be between 1 and 1000");
        }
        if (accountDeadline < 1) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "--account-deadline must be at least 1");
        }
        if (demo) {
            terminal.err().println("Demo: rows come from the embedded simulator, no AWS account is contacted.");
        }
        Configuration configuration = demo ? Configuration.demo(simulate(), inFlight) : configured.read(inFlight);
        say(configuration.notes().size(), terminal);
        Engine engine = Engine.open(
                searchPath.applied(ConfigurationOptions.sources(configuration)),
                settings.waiting(Duration.ofSeconds(accountDeadline)),
                terminal::ask);
        WarmUp.ofPlugins(engine);
        return engine;
    }

    private static void say(int notes, Terminal terminal) {
        if (notes > 0) {
            terminal.err()
                    .println("Warning: " + notes + (notes == 1 ? " setting" : " settings")
                            + " of the configuration can't be obeyed; penstock connection list names "
                            + (notes == 1 ? "it" : "them"));
        }
    }

    private URI simulate() {
        // The SDK reads the user's files for every client, even one that is told everything; a demo reads nothing.
        System.setProperty("aws.configFile", NOWHERE);
        System.setProperty("aws.sharedCredentialsFile", NOWHERE);
        Simulator started = Simulator.start(List.of());
        simulator = started;
        return started.endpoint();
    }

    /** Ends the simulator, if it was asked for. */
    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
