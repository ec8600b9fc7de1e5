package dev.penstock.cli.shell;

import dev.penstock.cli.output.ResultFormat;
import dev.penstock.cli.output.Terminal;
import dev.penstock.cli.output.UnreadLines;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.NearestName;
import dev.penstock.spi.error.TextPosition;
import dev.penstock.sql.Engine;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;

/** The prompt: statements end with a semicolon, commands begin with a dot. One session, so that answers are kept. */
public final class Shell {
    /** How long the answers of calls count in a shell. */
    public static final Duration KEEP_ANSWERS = Duration.ofMinutes(5);

    private final Terminal terminal;
    private final Engine engine;
    private final ResultFormat format;
    private final boolean header;
    private final char separator;
    private final boolean timing;

    /** A shell that begins with these settings. */
    public Shell(
            Terminal terminal, Engine engine, ResultFormat format, boolean header, char separator, boolean timing) {
        this.terminal = terminal;
        this.engine = engine;
        this.format = format;
        this.header = header;
        this.separator = separator;
        this.timing = timing;
    }

    /** Reads and runs until the user leaves; the exit code. */
    public int run() throws IOException {
        try (Session session = engine.openSession();
                var console = TerminalBuilder.builder().system(true).build()) {
            var state = new ShellState(terminal, session, format, header, separator, timing);
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(console)
                    .appName("penstock")
                    .parser(new SqlLine(session))
                    .completer(new ShellCompleter(state))
                    .variable(LineReader.HISTORY_FILE, history())
                    .variable(LineReader.SECONDARY_PROMPT_PATTERN, ">>  ")
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .option(LineReader.Option.CASE_INSENSITIVE, true)
                    .option(LineReader.Option.COMPLETE_MATCHER_TYPO, false)
                    .option(LineReader.Option.COMPLETE_MATCHER_CAMELCASE, false)
                    .build();
            EndOfInput.bind(reader);
            console.handle(org.jline.terminal.Terminal.Signal.INT, signal -> session.cancel());
            terminal.out().println("Welcome to Penstock. Type .help for commands.");
            while (!state.ended()) {
                try {
                    execute(state, reader.readLine("> ").strip());
                } catch (UserInterruptException e) {
                    // Ctrl-C at the prompt clears the line and nothing else.
                } catch (EndOfFileException e) {
                    state.end();
                }
            }
            return 0;
        }
    }

    private static Path history() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home", "") : home)
                .resolve(".penstock/history");
    }

    private static void execute(ShellState state, String text) throws IOException {
        try {
            if (text.startsWith(".")) {
                dotCommand(state, text);
            } else {
                for (String statement : state.session().statements(text)) {
                    statement(state, statement.strip());
                }
            }
        } catch (EngineException e) {
            state.terminal()
                    .error(e.getMessage()
                            + e.position()
                                    .map(position -> " (" + position + ")")
                                    .orElse(""));
        } catch (RuntimeException e) {
            // A fault of Penstock itself ends the statement, not the shell.
            state.terminal().error("internal error: " + e);
        }
        state.terminal().out().flush();
    }

    /** Runs a statement; an error at a place in it is shown there. */
    private static void statement(ShellState state, String sql) throws IOException {
        try {
            query(state, sql);
        } catch (EngineException e) {
            TextPosition position = e.position().orElseThrow(() -> e);
            state.terminal().error(e.getMessage(), sql, position);
        }
    }

    private static void dotCommand(ShellState state, String text) throws IOException {
        String[] words = text.split("\\s+", 2);
        String name = words[0].replaceAll(";$", "");
        String argument = words.length > 1 ? words[1].strip().replaceAll(";$", "") : "";
        Optional<DotCommand> command = DotCommands.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (command.isPresent()) {
            command.get().run(state, argument);
        } else {
            List<String> names =
                    DotCommands.all().stream().map(DotCommand::name).toList();
            state.terminal()
                    .error("there is no command " + name + NearestName.hint(name, names) + "; .help lists them");
        }
    }

    private static void query(ShellState state, String statement) throws IOException {
        long started = System.nanoTime();
        long before = state.session().calls().total();
        try (QueryResult result = state.session().query(statement, List.of())) {
            long rows = UnreadLines.render(
                    result, state.format().renderer(state.header(), state.separator()), state.terminal());
            if (state.timing()) {
                state.terminal()
                        .out()
                        .println("Time: " + (System.nanoTime() - started) / 1_000_000 + "ms. Rows returned: " + rows
                                + ". Calls: " + (state.session().calls().total() - before) + ".");
            }
        }
    }
}
