package dev.penstock.cli.command;

import dev.penstock.cli.option.ExitCode;
import dev.penstock.cli.option.ModOptions;
import dev.penstock.cli.option.PartialOptions;
import dev.penstock.cli.option.ResultOptions;
import dev.penstock.cli.option.SourceOptions;
import dev.penstock.cli.output.ResultFormat;
import dev.penstock.cli.output.ResultRenderer;
import dev.penstock.cli.output.Terminal;
import dev.penstock.cli.shell.Shell;
import dev.penstock.controls.mod.Mod;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code query}: SQL, files of SQL and named queries; without any of them the shell, or standard input. */
@Command(
        name = "query",
        description =
                "Run SQL, a .sql file or a named query; without an argument open the shell, or read standard input.",
        sortOptions = false)
final class QueryCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "0..*",
            paramLabel = "<sql>",
            description = "SQL text, the name of a .sql file, or the name of a query.")
    private List<String> texts = List.of();

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private ModOptions mods = new ModOptions();

    @Mixin
    private PartialOptions partial = new PartialOptions();

    @Mixin
    private ResultOptions output = new ResultOptions();

    @Option(
            names = "--explain",
            description =
                    "Show the plan, the calls that it would make and the permissions that they need. At most, the account is asked how much it holds.")
    private boolean explain;

    @Option(names = PermissionsReport.OPTION, description = PermissionsReport.DESCRIPTION)
    private boolean permissions;

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine commandLine(Terminal terminal, List<String> words) {
        var command = new CommandLine(new QueryCommand(terminal));
        var subcommands = new Subcommands()
                .with("run", () -> new QueryRunCommand(terminal))
                .with("list", () -> new QueryListCommand(terminal))
                .with("show", () -> new QueryShowCommand(terminal));
        return subcommands.areMeant(words) ? subcommands.addTo(command, words) : command;
    }

    @Override
    public Integer call() throws IOException {
        ResultRenderer renderer = output.renderer();
        List<String> sql = new ArrayList<>();
        Mod mod = null;
        for (String text : texts) {
            if (mod == null && SqlText.isName(text)) {
                mod = mods.load(terminal);
            }
            sql.add(mod != null && SqlText.isName(text) ? mod.query(text).sql() : SqlText.of(text));
        }
        boolean nothing = texts.isEmpty() && terminal.inIsTerminal();
        if (nothing && !explain && !permissions && terminal.outIsTerminal()) {
            try (source) {
                return new Shell(
                                terminal,
                                notices -> source.open(notices, partial.applied(settings(true))),
                                output.style(),
                                output.timing())
                        .run();
            }
        }
        if (texts.isEmpty() && !(nothing && (explain || permissions))) {
            sql.add(SqlText.ofStandardInput());
        }
        try (source;
                Engine engine = source.open(terminal, partial.applied(settings(false)));
                Session session = engine.openSession()) {
            return runAll(session, sql, renderer);
        }
    }

    /** A shell may stay open all day, so there answers grow old. */
    private EngineSettings settings(boolean shell) {
        return source.settings(
                shell ? EngineSettings.defaults().keepingAnswers(Shell.KEEP_ANSWERS) : EngineSettings.defaults());
    }

    private int runAll(Session session, List<String> texts, ResultRenderer renderer) throws IOException {
        List<String> statements = texts.stream()
                .flatMap(text -> session.statements(text).stream())
                .map(String::strip)
                .toList();
        if (statements.isEmpty()) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "there is no SQL to run");
        }
        if (permissions) {
            var named = new LinkedHashMap<String, String>();
            statements.forEach(statement -> named.put("statement " + (named.size() + 1), statement));
            return PermissionsReport.print(session, named, terminal);
        }
        int failed = 0;
        for (int i = 0; i < statements.size(); i++) {
            ResultFormat format = output.style().format();
            boolean lines = format == ResultFormat.JSONL || format == ResultFormat.NONE;
            if (i > 0 && !lines && (format != ResultFormat.CSV || output.style().header())) {
                terminal.out().println();
            }
            var statement = new Statement(session, statements.get(i), terminal);
            try {
                if (explain) {
                    statement.explain();
                } else {
                    statement.run(renderer, output.timing());
                }
            } catch (EngineException e) {
                if (statements.size() == 1 || e.code() == ErrorCode.CANCELED) {
                    throw StatementException.of(e, statements.get(i));
                }
                statement.report("statement " + (i + 1) + " of " + statements.size() + ": ", e);
                failed++;
            }
        }
        return failed > 0 ? ExitCode.QUERY_FAILED : ExitCode.OK;
    }
}
