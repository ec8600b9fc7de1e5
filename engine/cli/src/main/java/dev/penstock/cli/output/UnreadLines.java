package dev.penstock.cli.output;

import dev.penstock.sql.QueryResult;
import dev.penstock.sql.UnreadPart;
import java.io.IOException;
import java.util.List;

/** Says on standard error, line by line, which connections an answer leaves out and why. */
public final class UnreadLines {
    private UnreadLines() {}

    /** Writes the rows of the accounts that could be read, then what is missing; how many rows there were. */
    public static long render(QueryResult result, ResultRenderer renderer, Terminal terminal) throws IOException {
        return render(result, ResultRows.of(result), renderer, terminal);
    }

    /**
     * As {@link #render(QueryResult, ResultRenderer, Terminal)}.
     *
     * @param seen its rows, as somebody else sees them, too
     */
    public static long render(QueryResult result, ResultRows seen, ResultRenderer renderer, Terminal terminal)
            throws IOException {
        result.deferUnread();
        long rows = renderer.render(seen, terminal);
        terminal.out().flush();
        List<UnreadPart> missing = result.unread();
        if (!missing.isEmpty()) {
            missing.forEach(part -> terminal.err()
                    .println("Not read: " + String.join(", ", part.connections()) + ": "
                            + SafeText.line(part.why().getMessage())));
            if (result.acceptsPartial()) {
                terminal.err().println("Warning: the answer is incomplete; what is not read is listed above");
            }
        }
        result.requireAll();
        return rows;
    }
}
