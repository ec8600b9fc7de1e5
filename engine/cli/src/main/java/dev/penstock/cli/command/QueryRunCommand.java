package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.option.ResultOptions;
import dev.penstock.cli.option.SourceOptions;
import dev.penstock.cli.output.Terminal;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code query run}: a named query, or SQL. */
@Command(name = "run", description = "Run a named query.", sortOptions = false)
final class QueryRunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "<name>", description = "name, query.name or mod.query.name; or SQL.")
    private String name = "";

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private ResultOptions output = new ResultOptions();

    QueryRunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var renderer = output.renderer();
        String sql = SqlText.isName(name) ? mods.load(terminal).query(name).sql() : SqlText.of(name);
        try (source;
                Engine engine = source.open(terminal, source.settings(EngineSettings.defaults()));
                Session session = engine.openSession()) {
            if (session.statements(sql).isEmpty()) {
                throw new EngineException(ErrorCode.INVALID_PARAMETER, "there is no SQL to run");
            }
            for (String statement : session.statements(sql)) {
                try {
                    new Statement(session, statement, terminal).run(renderer, output.timing());
                } catch (EngineException e) {
                    throw StatementException.of(e, statement);
                }
            }
            return ExitCode.OK;
        }
    }
}
