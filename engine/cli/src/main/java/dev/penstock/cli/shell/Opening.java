package dev.penstock.cli.shell;

import dev.penstock.cli.output.ResultStyle;
import dev.penstock.cli.output.Terminal;
import dev.penstock.cli.output.Timing;
import dev.penstock.cli.shell.dot.ShellState;
import dev.penstock.sql.Engine;
import dev.penstock.sql.Session;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jspecify.annotations.Nullable;

/** An engine and a session that are opened while the user types already. */
final class Opening implements AutoCloseable {
    private static final long SLICE_MILLIS = 50;

    private final Console console;
    private final Shell.Opener opener;
    private final ResultStyle style;
    private final Timing timing;
    private final CompletableFuture<ShellState> state = new CompletableFuture<>();
    private @Nullable Engine engine;
    private boolean ended;

    Opening(Console console, Shell.Opener opener, ResultStyle style, Timing timing) {
        this.console = console;
        this.opener = opener;
        this.style = style;
        this.timing = timing;
    }

    /** Opens on a thread of its own. What there is to say is shown above the prompt; a failure ends the prompt. */
    void begin(LineReader reader) {
        Thread prompt = Thread.currentThread();
        var thread = new Thread(
                () -> {
                    try {
                        open(reader);
                    } catch (RuntimeException | Error e) {
                        state.completeExceptionally(e);
                        prompt.interrupt();
                    }
                },
                "penstock-open");
        thread.setDaemon(true);
        thread.start();
    }

    private void open(LineReader reader) {
        var said = new ByteArrayOutputStream();
        Terminal output = console.terminal();
        Engine opened = opener.open(new Terminal(
                output.out(),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                output.inIsTerminal(),
                output.outIsTerminal(),
                output.errIsTerminal(),
                output.columns(),
                output.colours()));
        engine = opened;
        Session session = opened.openSession();
        state.complete(new ShellState(console, session, List.of(), style, timing));
        if (said.size() > 0) {
            reader.printAbove(said.toString(StandardCharsets.UTF_8).stripTrailing());
        }
        if (reader.isReading() && !console.isDumb()) {
            ((LineReaderImpl) reader).setRightPrompt(hint());
            reader.callWidget(LineReader.REDISPLAY);
        }
    }

    /** The state of the shell, once there is one. */
    Optional<ShellState> ready() {
        return state.isDone() && !state.isCompletedExceptionally() ? Optional.of(state.join()) : Optional.empty();
    }

    /** Waits for the state of the shell; nothing after Ctrl-C. */
    Optional<ShellState> await() {
        while (!console.takeInterrupt()) {
            try {
                return Optional.of(state.get(SLICE_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                // Looks whether the user has lost patience.
            } catch (ExecutionException e) {
                requireNotFailed();
            } catch (InterruptedException e) {
                requireNotFailed();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Fails as opening did. */
    void requireNotFailed() {
        if (state.isCompletedExceptionally()) {
            Throwable thrown = state.handle((value, failure) -> failure).join();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }

    /** What stands at the right of the prompt: the schemas in which names are looked for. */
    @Nullable
    String hint() {
        if (!console.terminal().colours()) {
            return null;
        }
        return ready().map(open -> open.session().searchPath())
                .filter(path -> !path.isEmpty())
                .map(path -> path.get(0) + (path.size() > 1 ? ", ..." : ""))
                .map(path -> "\u001B[90m" + path.replace("%", "%%") + "\u001B[0m")
                .orElse(null);
    }

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }

    @Override
    public void close() {
        ready().ifPresent(open -> {
            open.end();
            open.session().close();
        });
        if (engine != null) {
            engine.close();
        }
    }
}
