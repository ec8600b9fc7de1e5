package dev.penstock.cli.command;

import dev.penstock.cli.option.ArgumentOptions;
import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.option.PartialOptions;
import dev.penstock.cli.option.RefusedOptions;
import dev.penstock.cli.option.ResultOptions;
import dev.penstock.cli.option.SourceOptions;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.model.BoundQuery;
import dev.penstock.controls.model.Query;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code query run}: a named query, or SQL. */
@Command(
        name = "run",
        description = "Run a named query, or SQL.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  penstock query run iam_user_one_active_key --demo",
            "  penstock query run by_owner --arg owner=ann --output csv"
        })
final class QueryRunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "<name>", description = "name, query.name or mod.query.name; or SQL.")
    private String name = "";

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ArgumentOptions arguments = new ArgumentOptions();

    @Option(
            names = "--query-timeout",
            defaultValue = "300",
            paramLabel = "<seconds>",
            description = "How long each statement may take, 0 for no limit (default: ${DEFAULT-VALUE}).")
    private long queryTimeout;

    @Mixin
    @SuppressWarnings("UnusedVariable") // it refuses by itself
    private RefusedOptions refused = new RefusedOptions();

    @Mixin
    private PartialOptions partial = new PartialOptions();

    @Mixin
    private ResultOptions output = new ResultOptions();

    QueryRunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var renderer = output.renderer();
        if (queryTimeout < 0) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "--query-timeout must not be negative");
        }
        BoundQuery query = query().bind(arguments.arguments());
        try (source;
                Engine engine = source.open(terminal, partial.applied(source.settings(EngineSettings.defaults())));
                Session session = engine.openSession()) {
            if (session.statements(query.sql()).isEmpty()) {
                throw new EngineException(ErrorCode.INVALID_PARAMETER, "there is no SQL to run");
            }
            for (String statement : session.statements(query.sql())) {
                try {
                    new Statement(session, statement, query.values(), Duration.ofSeconds(queryTimeout), terminal)
                            .run(renderer, output.timing());
                } catch (EngineException e) {
                    throw StatementException.of(e, statement);
                }
            }
            return ExitCode.OK;
        }
    }

    private Query query() {
        return SqlText.isName(name)
                ? mods.load(terminal).query(name)
                : new Query("", "of the command line", "", "", SqlText.of(name));
    }
}
