package dev.penstock.cli.shell;

import dev.penstock.sql.Session;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.SyntaxError;
import org.jline.reader.impl.DefaultParser;

/** Tells the editor when a line is whole: a dot command at once, SQL with its semicolon. */
final class SqlLine implements Parser {
    private final DefaultParser words =
            new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);
    private final Session session;

    SqlLine(Session session) {
        this.session = session;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) throws SyntaxError {
        if (context == ParseContext.ACCEPT_LINE
                && !line.isBlank()
                && !line.stripLeading().startsWith(".")
                && !session.isComplete(line)) {
            throw new EOFError(-1, cursor, "the statement goes on", ";");
        }
        return words.parse(line, cursor, ParseContext.COMPLETE);
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }
}
