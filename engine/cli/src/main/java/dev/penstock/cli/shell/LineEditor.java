package dev.penstock.cli.shell;

import dev.penstock.cli.output.Terminal;
import dev.penstock.cli.shell.dot.ShellState;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.InputRC;
import org.jline.utils.AttributedString;

/** The editor of the prompt: keys, history, completion and colours. */
final class LineEditor {
    /** What is longer is neither coloured nor told what it lacks, so that typing stays quick. */
    private static final int LONGEST_WITH_FEATURES = 8000;

    private LineEditor() {}

    static LineReader of(Console console, Opening opening, Terminal terminal) {
        Path home = home();
        LineReader reader = LineReaderBuilder.builder()
                .terminal(console.jline())
                .appName("penstock")
                .parser(new InputParser(
                        () -> opening.ready().map(ShellState::multi).orElse(true)))
                .completer(new ShellCompleter(opening))
                .highlighter(terminal.colours() ? new ShellHighlighter() : plain())
                .history(new HistoryFile(home.resolve(".penstock/history"), terminal::warning))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, ">%M  ")
                .variable(LineReader.FEATURES_MAX_BUFFER_SIZE, LONGEST_WITH_FEATURES)
                .variable(LineReader.LIST_MAX, 50)
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.COMPLETE_MATCHER_TYPO, false)
                .option(Option.COMPLETE_MATCHER_CAMELCASE, false)
                .option(Option.HISTORY_REDUCE_BLANKS, false)
                .build();
        EndOfInput.bind(reader);
        readInputrc(reader, home, terminal);
        return reader;
    }

    private static Path home() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home", "") : home);
    }

    /** The keys that the user chose for every program of this kind. */
    private static void readInputrc(LineReader reader, Path home, Terminal terminal) {
        String named = System.getenv("INPUTRC");
        Path file = named == null || named.isEmpty() ? home.resolve(".inputrc") : Path.of(named);
        if (!Files.isReadable(file)) {
            return;
        }
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            InputRC.configure(reader, text);
        } catch (IOException | IllegalArgumentException e) {
            terminal.warning("some of " + file + " is not obeyed: " + e.getMessage());
        }
    }

    private static Highlighter plain() {
        return (reader, text) -> new AttributedString(text);
    }
}
