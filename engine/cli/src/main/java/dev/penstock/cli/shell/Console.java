package dev.penstock.cli.shell;

import dev.penstock.cli.output.Terminal;
import dev.penstock.cli.shell.dot.Screen;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/** The terminal that the user types in. */
final class Console implements Screen, AutoCloseable {
    private static final long SLICE_MILLIS = 100;

    private final Terminal output;
    private final org.jline.terminal.Terminal terminal;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private volatile Runnable onInterrupt = () -> {};
    private @org.jspecify.annotations.Nullable LineReader reader;

    /** Opens it. It is asked nothing: answers would come late, or never, and mix with what is typed. */
    Console(Terminal output) throws IOException {
        this.output = output;
        this.terminal = TerminalBuilder.builder()
                .system(true)
                .ffm(false)
                .graphemeCluster(false)
                .build();
        terminal.handle(Signal.INT, signal -> {
            interrupted.set(true);
            onInterrupt.run();
        });
    }

    org.jline.terminal.Terminal jline() {
        return terminal;
    }

    void edits(LineReader editor) {
        reader = editor;
    }

    /** From now on Ctrl-C, outside of the prompt, does this. */
    void onInterrupt(Runnable action) {
        onInterrupt = action;
    }

    /** Whether Ctrl-C was pressed since it was asked last. */
    boolean takeInterrupt() {
        return interrupted.getAndSet(false);
    }

    boolean isDumb() {
        return terminal.getType().startsWith(org.jline.terminal.Terminal.TYPE_DUMB);
    }

    @Override
    public Terminal terminal() {
        int columns = terminal.getSize().getColumns();
        return columns > 0 ? output.withColumns(columns) : output;
    }

    @Override
    public int lines() {
        return Math.max(0, terminal.getSize().getRows());
    }

    @Override
    public void clear() {
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public boolean pause(long milliseconds) throws IOException {
        Attributes before = terminal.enterRawMode();
        interrupted.set(false);
        try {
            long end = System.nanoTime() + milliseconds * 1_000_000;
            while (System.nanoTime() < end) {
                if (interrupted.get() || terminal.reader().read(SLICE_MILLIS) != -2) {
                    return false;
                }
            }
            return true;
        } finally {
            terminal.setAttributes(before);
        }
    }

    @Override
    public void keys(String editor) {
        LineReader edited = java.util.Objects.requireNonNull(reader, "commands run after the prompt");
        KeyMap<org.jline.reader.Binding> keys =
                edited.getKeyMaps().get(editor.equals("vi") ? LineReader.VIINS : LineReader.EMACS);
        edited.getKeyMaps().put(LineReader.MAIN, keys);
    }

    @Override
    public int run(ProcessBuilder program) throws IOException {
        output.out().flush();
        Process process = program.inheritIO().start();
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                // Ctrl-C is for the program; it ends when it wants to.
            }
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
