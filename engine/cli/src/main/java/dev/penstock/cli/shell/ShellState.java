package dev.penstock.cli.shell;

import dev.penstock.cli.output.ResultFormat;
import dev.penstock.cli.output.Terminal;
import dev.penstock.sql.Session;

/** What dot commands see and change. */
final class ShellState {
    private final Terminal terminal;
    private final Session session;
    private ResultFormat format;
    private boolean header;
    private final char separator;
    private boolean timing;
    private boolean ended;

    ShellState(
            Terminal terminal, Session session, ResultFormat format, boolean header, char separator, boolean timing) {
        this.terminal = terminal;
        this.session = session;
        this.format = format;
        this.header = header;
        this.separator = separator;
        this.timing = timing;
    }

    Terminal terminal() {
        return terminal;
    }

    Session session() {
        return session;
    }

    ResultFormat format() {
        return format;
    }

    void format(ResultFormat chosen) {
        format = chosen;
    }

    boolean header() {
        return header;
    }

    void header(boolean shown) {
        header = shown;
    }

    char separator() {
        return separator;
    }

    boolean timing() {
        return timing;
    }

    void timing(boolean shown) {
        timing = shown;
    }

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }
}
