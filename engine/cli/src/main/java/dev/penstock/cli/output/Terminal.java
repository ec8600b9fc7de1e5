package dev.penstock.cli.output;

import dev.penstock.spi.error.TextPosition;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and writes: results on {@code out}, messages on {@code err}.
 *
 * @param inIsTerminal whether standard input is one
 * @param outIsTerminal whether standard output is one
 * @param errIsTerminal whether standard error is one
 * @param columns how wide the terminal is, if there is one or the user says so
 * @param colours whether colours may be written to {@code out}
 */
public record Terminal(
        PrintStream out,
        PrintStream err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal,
        OptionalInt columns,
        boolean colours) {

    private static final String CLEAR_LINE = "\r\u001B[K";

    /** The terminal of the process. The launcher tells what the streams are: since JDK 22 Java can't. */
    public static Terminal ofProcess(Map<String, String> environment) {
        boolean out = isTerminal("out");
        boolean colours = out
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                isTerminal("in"),
                out,
                isTerminal("err"),
                width(environment, out),
                colours);
    }

    /** The same, as wide as it is by now. */
    public Terminal withColumns(int now) {
        return new Terminal(out, err, inIsTerminal, outIsTerminal, errIsTerminal, OptionalInt.of(now), colours);
    }

    /** The same with results that go to a file. */
    public Terminal to(PrintStream stream) {
        return new Terminal(stream, err, inIsTerminal, false, errIsTerminal, OptionalInt.empty(), false);
    }

    /** The same with results that are shown elsewhere on the same terminal. */
    public Terminal through(PrintStream stream) {
        return new Terminal(stream, err, inIsTerminal, outIsTerminal, errIsTerminal, columns, colours);
    }

    private static boolean isTerminal(String stream) {
        return Boolean.getBoolean("penstock.terminal." + stream);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new Output(new FileOutputStream(descriptor));
    }

    private static OptionalInt width(Map<String, String> environment, boolean outIsTerminal) {
        for (String name :
                new String[] {"PENSTOCK_DISPLAY_WIDTH", "POWERPIPE_DISPLAY_WIDTH", "STEAMPIPE_DISPLAY_WIDTH"}) {
            OptionalInt asked = number(environment.getOrDefault(name, ""));
            if (asked.isPresent()) {
                return asked;
            }
        }
        return outIsTerminal ? number(System.getProperty("penstock.terminal.columns", "")) : OptionalInt.empty();
    }

    private static OptionalInt number(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /**
     * A writer for results whose text comes from outside; to a terminal it lets nothing harmful through. Closing it
     * leaves {@code out} open; it fails when nobody reads any more.
     */
    public Writer untrusted() {
        return outIsTerminal ? SafeText.writer(trusted()) : trusted();
    }

    /** As {@link #untrusted}, for text that is harmless already: escape sequences pass. */
    Writer trusted() {
        return new BufferedWriter(new OutputStreamWriter(new Results(this), StandardCharsets.UTF_8), 1 << 16);
    }

    /**
     * Fails if something could not be written to {@code out}.
     *
     * @throws ClosedChannelException if nobody reads any more
     */
    void requireWritten() throws IOException {
        if (!out.checkError()) {
            return;
        }
        IOException cause = out instanceof Output output ? output.failure : null;
        if (cause == null || String.valueOf(cause.getMessage()).contains("Broken pipe")) {
            throw new ClosedChannelException();
        }
        throw cause;
    }

    /** A print stream that remembers what went wrong, about which it keeps silent otherwise. */
    private static final class Output extends PrintStream {
        private @Nullable IOException failure;

        Output(OutputStream target) {
            super(new Watched(target), true, StandardCharsets.UTF_8);
            ((Watched) out).owner = this;
        }
    }

    private static final class Watched extends FilterOutputStream {
        private @Nullable Output owner;

        Watched(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            try {
                out.write(octets, offset, length);
            } catch (IOException e) {
                if (owner != null) {
                    owner.failure = e;
                }
                throw e;
            }
        }
    }

    /** Hands a writer's text to {@code out}, and its failures back. */
    private static final class Results extends OutputStream {
        private final Terminal terminal;

        Results(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            terminal.out().write(octets, offset, length);
            terminal.requireWritten();
        }

        @Override
        public void flush() {
            terminal.out().flush();
        }
    }

    /**
     * Asks whoever sits at the terminal, one question after the other.
     *
     * @return the line that was typed; empty if there is no terminal, or nothing was typed
     */
    public Optional<String> ask(String question) {
        if (!inIsTerminal || !errIsTerminal) {
            return Optional.empty();
        }
        synchronized (err) {
            err.print(CLEAR_LINE + SafeText.line(question) + " ");
            err.flush();
            try {
                return Optional.of(line(System.in)).filter(answer -> !answer.isBlank());
            } catch (IOException e) {
                throw new UncheckedIOException("the answer could not be read: " + e.getMessage(), e);
            }
        }
    }

    /** One line and no octet more: what follows is for others. */
    private static String line(InputStream in) throws IOException {
        var octets = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            octets.write(octet);
        }
        return octets.toString(StandardCharsets.UTF_8).strip();
    }

    /** One line for people, with the word Error. */
    public void error(String message) {
        message("Error", "31", message);
    }

    /** An error in a statement: its line, and below it where in the statement it lies. */
    public void error(String message, String sql, TextPosition position) {
        error(message);
        Excerpt.of(sql, position).forEach(err::println);
        err.flush();
    }

    /** One line for people, with the word Warning. */
    public void warning(String message) {
        message("Warning", "33", message);
    }

    private void message(String word, String colour, String message) {
        boolean coloured = errIsTerminal && colours;
        String head = coloured ? "\u001B[" + colour + "m" + word + ":\u001B[0m " : word + ": ";
        err.println((errIsTerminal ? CLEAR_LINE : "") + head + SafeText.line(message));
    }

    /** A line on {@code err} that the next one replaces; only where that is a terminal. */
    void status(String line) {
        if (errIsTerminal) {
            err.print(CLEAR_LINE + line);
            err.flush();
        }
    }
}
