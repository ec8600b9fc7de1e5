package dev.penstock.cli.shell;

import dev.penstock.cli.output.ResultStyle;
import dev.penstock.cli.output.Terminal;
import dev.penstock.cli.output.Timing;
import dev.penstock.cli.shell.dot.Inputs;
import dev.penstock.cli.shell.dot.ShellState;
import dev.penstock.sql.Engine;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;

/**
 * The prompt: statements end with a semicolon, commands begin with a dot. One session, so that answers are kept. The
 * prompt comes first; the engine is opened while the user types.
 */
public final class Shell {
    /** How long the answers of calls count in a shell. */
    public static final Duration KEEP_ANSWERS = Duration.ofMinutes(5);

    private final Terminal terminal;
    private final Opener opener;
    private final ResultStyle style;
    private final Timing timing;

    /** A shell that begins with these settings. */
    public Shell(Terminal terminal, Opener opener, ResultStyle style, Timing timing) {
        this.terminal = terminal;
        this.opener = opener;
        this.style = style;
        this.timing = timing;
    }

    /** Opens the engine of a shell. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Opens it.
         *
         * @param notices where it says what the user should know
         */
        Engine open(Terminal notices);
    }

    /** Reads and runs until the user leaves; the exit code. */
    public int run() throws IOException {
        try (var console = new Console(terminal);
                var opening = new Opening(console, opener, style, timing)) {
            LineReader reader = LineEditor.of(console, opening, terminal);
            console.edits(reader);
            terminal.out().println("Welcome to Penstock. Type .help for commands.");
            opening.begin(reader);
            while (!opening.ended()) {
                String text = read(reader, opening);
                if (!text.isBlank()) {
                    execute(console, opening, text);
                }
            }
            return 0;
        }
    }

    /** What was typed; nothing after Ctrl-C, which clears the line and does no more. */
    private static String read(LineReader reader, Opening opening) {
        opening.requireNotFailed();
        String draft = opening.ready().map(ShellState::takeDraft).orElse("");
        try {
            return reader.readLine("> ", opening.hint(), (Character) null, draft.isEmpty() ? null : draft);
        } catch (UserInterruptException e) {
            opening.requireNotFailed();
            return "";
        } catch (EndOfFileException e) {
            opening.end();
            return "";
        }
    }

    private static void execute(Console console, Opening opening, String text) throws IOException {
        console.takeInterrupt();
        Optional<ShellState> state = opening.await();
        if (state.isEmpty()) {
            console.terminal().error("canceled");
            return;
        }
        console.onInterrupt(state.get().session()::cancel);
        Inputs.run(state.get(), text);
        if (state.get().ended()) {
            opening.end();
        }
    }
}
