package dev.penstock.cli.shell;

import dev.penstock.cli.shell.complete.Keywords;
import dev.penstock.cli.shell.dot.DotCommand;
import dev.penstock.cli.shell.dot.DotCommands;
import dev.penstock.sql.SqlToken;
import dev.penstock.sql.SqlTokens;
import java.util.Optional;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours for SQL and commands while they are typed; the bracket at the cursor is shown with its partner. */
final class ShellHighlighter implements Highlighter {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle KEYWORD = PLAIN.bold().foreground(AttributedStyle.BLUE);
    private static final AttributedStyle TEXT = PLAIN.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle NUMBER = PLAIN.foreground(AttributedStyle.MAGENTA);
    private static final AttributedStyle COMMENT = PLAIN.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);
    private static final AttributedStyle COMMAND = PLAIN.bold().foreground(AttributedStyle.CYAN);
    private static final AttributedStyle WRONG = PLAIN.foreground(AttributedStyle.RED);
    private static final AttributedStyle PARTNER = PLAIN.bold().underline();

    @Override
    public AttributedString highlight(LineReader reader, String text) {
        var out = new AttributedStringBuilder();
        int start = text.length() - text.stripLeading().length();
        if (start < text.length() && (text.charAt(start) == '.' || text.charAt(start) == '\\')) {
            start = command(text, start, out);
        } else {
            start = 0;
        }
        Brackets brackets = Brackets.at(text, start, reader.getBuffer().cursor());
        int end = start;
        var tokens = SqlTokens.from(text, start);
        while (tokens.hasNext()) {
            SqlToken token = tokens.next();
            out.append(text.substring(end, token.start()));
            out.append(token.text(), brackets.contains(token.start()) ? PARTNER : style(token));
            end = token.end();
        }
        return out.append(text.substring(end)).toAttributedString();
    }

    /** Shows the name of a command; where its argument begins. */
    private static int command(String text, int start, AttributedStringBuilder out) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != ';') {
            end++;
        }
        String name = text.substring(start, end);
        Optional<DotCommand> command = DotCommands.named(name);
        boolean begun = end == text.length()
                && DotCommands.all().stream().anyMatch(one -> one.name().startsWith(name));
        out.append(text.substring(0, start)).append(name, command.isPresent() || begun ? COMMAND : WRONG);
        if (command.isPresent() && command.get().takesSql()) {
            return end;
        }
        out.append(text.substring(end));
        return text.length();
    }

    private static AttributedStyle style(SqlToken token) {
        return switch (token.kind()) {
            case WORD -> Keywords.contains(token.text()) ? KEYWORD : PLAIN;
            case TEXT -> TEXT;
            case NUMBER, PARAMETER -> NUMBER;
            case COMMENT -> COMMENT;
            case QUOTED_NAME, OPERATOR, SYMBOL -> PLAIN;
        };
    }
}
