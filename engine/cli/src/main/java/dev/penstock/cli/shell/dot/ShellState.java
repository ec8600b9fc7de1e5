package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.ListStyle;
import dev.penstock.cli.output.NameTable;
import dev.penstock.cli.output.ResultStyle;
import dev.penstock.cli.output.SafeText;
import dev.penstock.cli.output.Terminal;
import dev.penstock.cli.output.Timing;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.CatalogTable;
import dev.penstock.sql.Session;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What commands see and change. */
public final class ShellState {
    private final Screen screen;
    private final Session session;
    private final List<String> named;
    private ResultStyle style;
    private Timing timing;
    private boolean multi = true;
    private boolean completes = true;
    private boolean cache = true;
    private boolean ended;
    private Optional<String> lastStatement = Optional.empty();
    private Optional<KeptRows> lastResult = Optional.empty();
    private Optional<OutputFile> file = Optional.empty();
    private String draft = "";
    private int depth;

    /**
     * A shell as it begins.
     *
     * @param named the names of what a mod has, for completion
     */
    public ShellState(Screen screen, Session session, List<String> named, ResultStyle style, Timing timing) {
        this.screen = screen;
        this.session = session;
        this.named = List.copyOf(named);
        this.style = style;
        this.timing = timing;
    }

    /** Where messages and lists go, as wide as it is now. */
    public Terminal terminal() {
        return screen.terminal();
    }

    /** The terminal as a whole. */
    public Screen screen() {
        return screen;
    }

    /** Where the rows of statements go. */
    Terminal results() {
        return file.map(open -> open.on(terminal())).orElseGet(this::terminal);
    }

    Optional<OutputFile> file() {
        return file;
    }

    void file(Optional<OutputFile> chosen) {
        file.ifPresent(OutputFile::close);
        file = chosen;
    }

    /** The session of this shell, in which answers are kept. */
    public Session session() {
        return session;
    }

    /** The names of queries, controls and benchmarks. */
    public List<String> named() {
        return named;
    }

    /** Every table. */
    public List<CatalogTable> tables() {
        return session.catalog();
    }

    ResultStyle style() {
        return style;
    }

    void style(ResultStyle chosen) {
        style = chosen;
    }

    Timing timing() {
        return timing;
    }

    void timing(Timing chosen) {
        timing = chosen;
    }

    /** Whether a statement goes on until its semicolon; otherwise Enter runs it. */
    public boolean multi() {
        return multi;
    }

    void multi(boolean on) {
        multi = on;
    }

    /** Whether Tab completes. */
    public boolean completes() {
        return completes;
    }

    void completes(boolean on) {
        completes = on;
    }

    boolean cache() {
        return cache;
    }

    void cache(boolean on) {
        cache = on;
    }

    Optional<String> lastStatement() {
        return lastStatement;
    }

    Optional<KeptRows> lastResult() {
        return lastResult;
    }

    void ran(String statement) {
        lastStatement = Optional.of(statement);
    }

    void keep(KeptRows rows) {
        lastResult = Optional.of(rows);
    }

    /** The last statement stands for an argument that is not there. */
    String statement(String argument, String command) {
        return argument.isEmpty()
                ? lastStatement.orElseThrow(() -> new EngineException(
                        ErrorCode.INVALID_PARAMETER,
                        "there is no statement yet; " + command + " is about the last one"))
                : argument;
    }

    /** One line for the user. */
    void say(String line) {
        terminal().out().println(SafeText.line(line));
    }

    /** A list for the user. */
    void list(List<String> columns, List<List<String>> rows) throws IOException {
        new NameTable(columns, rows).print(terminal(), ListStyle.PRETTY);
    }

    /** Goes into a file; whether that is not too deep. {@link #leave} comes back in any case. */
    boolean enter(int deepest) {
        depth++;
        return depth <= deepest;
    }

    void leave() {
        depth--;
    }

    /** What the next line begins with. */
    public String takeDraft() {
        String text = draft;
        draft = "";
        return text;
    }

    void draft(String text) {
        draft = text;
    }

    /** Whether the user has left. */
    public boolean ended() {
        return ended;
    }

    /** Leaves. */
    public void end() {
        ended = true;
        file(Optional.empty());
    }
}
