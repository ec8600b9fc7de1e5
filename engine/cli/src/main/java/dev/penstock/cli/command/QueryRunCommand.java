package dev.penstock.cli.command;

import dev.penstock.cli.option.CsvOptions;
import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.FormatConverter;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.option.SourceOptions;
import dev.penstock.cli.option.Timing;
import dev.penstock.cli.output.ResultFormat;
import dev.penstock.cli.output.Terminal;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--output",
            defaultValue = "table",
            paramLabel = "<format>",
            converter = FormatConverter.OfResults.class,
            description = "table, csv, json, jsonl, line or none (default: table).")
    private ResultFormat format = ResultFormat.TABLE;

    @Mixin
    private CsvOptions csv = new CsvOptions();

    @Option(
            names = "--timing",
            arity = "0..1",
            defaultValue = "off",
            fallbackValue = "on",
            paramLabel = "off|on|verbose",
            converter = Timing.Converter.class,
            description = "Say how long the query took and which calls it made (default: off).")
    private Timing timing = Timing.OFF;

    QueryRunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var renderer = format.renderer(csv.header(), csv.separator());
        String sql = SqlText.isName(name) ? mods.load(terminal).query(name).sql() : SqlText.of(name);
        try (source;
                Engine engine = source.open(terminal, EngineSettings.defaults());
                Session session = engine.openSession()) {
            for (String statement : session.statements(sql)) {
                new Statement(session, statement, terminal).run(renderer, timing);
            }
            return ExitCode.OK;
        }
    }
}
