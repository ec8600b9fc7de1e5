package dev.penstock.hcl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Text to tokens. Quotes, heredocs and what stands in {@code ${}} nest, so the lexer keeps a stack of what it is inside
 * of. What is no token is reported and passed over, so that the parser sees the rest.
 */
final class Lexer {
    private static final int DEEPEST = 1_000;

    private final Source source;
    private final String text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Mode> modes = new ArrayDeque<>();
    private final Set<String> unclosedMarks = new HashSet<>();
    private final Map<String, Integer> markLines = new HashMap<>();
    private int place;

    private Lexer(Source source, Problems problems) {
        this.source = source;
        this.text = source.text();
        this.problems = problems;
    }

    /** The tokens of a file. */
    static List<Token> ofFile(Source source, Problems problems) {
        return new Lexer(source, problems).tokens(new Mode.Code(0, false));
    }

    /** The tokens of a text that is a template as a whole. */
    static List<Token> ofTemplate(Source source, Problems problems) {
        return new Lexer(source, problems).tokens(new Mode.Bare());
    }

    private List<Token> tokens(Mode outermost) {
        modes.push(outermost);
        while (place < text.length()) {
            Mode mode = current();
            if (modes.size() > DEEPEST) {
                problems.add(place, "texts and sequences nest deeper than " + DEEPEST + " levels");
                place = text.length();
            } else if (mode instanceof Mode.Code code) {
                code(code);
            } else if (mode instanceof Mode.Quoted quoted) {
                quoted(quoted);
            } else {
                plain();
            }
        }
        while (modes.size() > 1) {
            unclosed(modes.pop());
        }
        emit(TokenType.END, place);
        return tokens;
    }

    private Mode current() {
        return modes.element();
    }

    private void unclosed(Mode mode) {
        if (mode instanceof Mode.Quoted quoted) {
            problems.add(quoted.start(), "this text has no closing quote");
            emit(TokenType.CLOSE_QUOTE, place);
        } else if (mode instanceof Mode.Heredoc heredoc) {
            problems.add(
                    heredoc.start(),
                    "this heredoc has no end mark " + heredoc.mark(),
                    "put " + heredoc.mark() + " on a line of its own, with nothing behind it");
            emit(TokenType.CLOSE_HEREDOC, place);
        }
    }

    private void emit(TokenType type, int start) {
        tokens.add(new Token(type, start, place));
    }

    private void emitText(TokenType type, int start) {
        source.broken(start, place).ifPresent(at -> problems.add(at, "this is no UTF-8", "save the file as UTF-8"));
        emit(type, start);
    }

    private boolean at(String word) {
        return text.startsWith(word, place);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private void code(Mode.Code mode) {
        int start = place;
        char c = text.charAt(place);
        if (c == ' ' || c == '\t') {
            place++;
        } else if (c == '\n' || at("\r\n")) {
            place += c == '\n' ? 1 : 2;
            emit(TokenType.NEWLINE, start);
        } else if (c == '#' || at("//")) {
            int end = text.indexOf('\n', place);
            place = end < 0 ? text.length() : end + 1;
            emit(TokenType.COMMENT, start);
        } else if (at("/*")) {
            longComment(start);
        } else if (c >= '0' && c <= '9') {
            place = Words.numberEnd(text, place);
            emit(TokenType.NUMBER, start);
        } else if (Words.startsName(text, place)) {
            place = Words.nameEnd(text, place);
            emit(TokenType.IDENTIFIER, start);
        } else if (c == '"') {
            place++;
            emit(TokenType.OPEN_QUOTE, start);
            modes.push(new Mode.Quoted(start));
        } else if (at("<<") && heredoc(start)) {
            insideHeredoc(mark(start), start);
        } else if (c == '{' || c == '}' || at("~}")) {
            brace(mode, start);
        } else {
            symbol(start);
        }
    }

    private void longComment(int start) {
        int end = text.indexOf("*/", place + 2);
        if (end < 0) {
            problems.add(start, "this comment has no end");
            place = text.length();
        } else {
            place = end + 2;
        }
        emit(TokenType.COMMENT, start);
    }

    private void brace(Mode.Code mode, int start) {
        boolean trims = charAt(place) == '~';
        place += trims ? 2 : 1;
        if (text.charAt(start) == '{') {
            modes.pop();
            modes.push(mode.deeper());
            emit(TokenType.OPEN_BRACE, start);
        } else if (mode.sequence() && mode.braces() == 0) {
            modes.pop();
            emit(TokenType.CLOSE_SEQUENCE, start);
        } else if (trims) {
            problems.add(start, "\"~}\" ends no template sequence", "write \"}\"");
            emit(TokenType.INVALID, start);
        } else {
            modes.pop();
            modes.push(mode.shallower());
            emit(TokenType.CLOSE_BRACE, start);
        }
    }

    private void symbol(int start) {
        Symbols.Match match = Symbols.at(text, place);
        place += match.length();
        if (match.type() == TokenType.INVALID) {
            problems.add(start, Symbols.problem(text, start), Symbols.suggestion(text, start));
        }
        emit(match.type(), start);
    }

    /** Passes the opening mark of a heredoc and its line end; says whether there is one. */
    private boolean heredoc(int start) {
        int name = start + (charAt(start + 2) == '-' ? 3 : 2);
        if (!Words.startsName(text, name)) {
            return false;
        }
        int end = Words.nameEnd(text, name);
        int lineEnd = charAt(end) == '\r' ? end + 1 : end;
        if (charAt(lineEnd) != '\n') {
            problems.add(
                    start, "the text of a heredoc begins on the line after its mark", "put nothing else on this line");
            return false;
        }
        place = lineEnd + 1;
        emit(TokenType.OPEN_HEREDOC, start);
        return true;
    }

    /**
     * Goes on inside of a heredoc. One whose end mark stands nowhere below ends where the block around it seems to end,
     * so that the blocks below are still read.
     */
    private void insideHeredoc(String mark, int start) {
        var heredoc = new Mode.Heredoc(mark, start);
        if (problems.isFull() || (!unclosedMarks.contains(mark) && hasLine(mark))) {
            modes.push(heredoc);
            return;
        }
        unclosedMarks.add(mark);
        int block = text.indexOf("\n}", place - 1);
        place = block < 0 ? text.length() : block;
        unclosed(heredoc);
    }

    /** Whether the mark stands alone on some line below. The next such line is kept, as many heredocs share a mark. */
    private boolean hasLine(String mark) {
        int known = markLines.getOrDefault(mark, -1);
        if (known >= place) {
            return true;
        }
        for (int found = text.indexOf(mark, place); found >= 0; found = text.indexOf(mark, found + 1)) {
            if (text.indexOf('\n', found) >= 0 && isAlone(found, mark.length())) {
                markLines.put(mark, found);
                return true;
            }
        }
        return false;
    }

    private boolean isAlone(int start, int length) {
        int before = start;
        while (before > 0 && " \t".indexOf(text.charAt(before - 1)) >= 0) {
            before--;
        }
        int after = start + length;
        while (charAt(after) != '\n' && Words.isSpace(charAt(after))) {
            after++;
        }
        return (before == 0 || text.charAt(before - 1) == '\n') && charAt(after) == '\n';
    }

    private String mark(int start) {
        int name = start + (text.charAt(start + 2) == '-' ? 3 : 2);
        return text.substring(name, Words.nameEnd(text, name));
    }

    private void quoted(Mode.Quoted mode) {
        int start = place;
        char c = text.charAt(place);
        if (sequence()) {
            return;
        }
        if (c == '"') {
            place++;
            modes.pop();
            emit(TokenType.CLOSE_QUOTE, start);
        } else if (c == '\n' || c == '\r') {
            // Ending the text here lets the parser go on with the next line.
            problems.add(
                    mode.start(),
                    "this text has no closing quote on its line",
                    "close it, write \\n for a line end, or use a heredoc");
            modes.pop();
            emit(TokenType.CLOSE_QUOTE, start);
        } else if (c == '$' || c == '%') {
            sign();
            emitText(TokenType.QUOTED_TEXT, start);
        } else {
            while (place < text.length() && "$%\"\n\r".indexOf(text.charAt(place)) < 0) {
                boolean escape = text.charAt(place) == '\\' && "\n\r\0".indexOf(charAt(place + 1)) < 0;
                place += escape ? 2 : 1;
            }
            place = Math.min(place, text.length());
            emitText(TokenType.QUOTED_TEXT, start);
        }
    }

    /** A dollar or percent sign that begins no sequence, or a doubled one before a brace. */
    private void sign() {
        boolean escape = charAt(place + 1) == charAt(place) && charAt(place + 2) == '{';
        place += escape ? 3 : 1;
    }

    /** Passes the sign and brace that begin a sequence, with its trimming mark, if they are there. */
    private boolean sequence() {
        if (!at("${") && !at("%{")) {
            return false;
        }
        int start = place;
        place += charAt(place + 2) == '~' ? 3 : 2;
        if (modes.element() instanceof Mode.Heredoc heredoc) {
            heredoc.leaveLineStart();
        }
        emit(text.charAt(start) == '$' ? TokenType.OPEN_INTERPOLATION : TokenType.OPEN_DIRECTIVE, start);
        modes.push(new Mode.Code(0, true));
        return true;
    }

    /** Text of a heredoc or of a template file: one piece for each line, or less where a sign or sequence stands. */
    private void plain() {
        int start = place;
        if (sequence()) {
            return;
        }
        char c = text.charAt(place);
        if (c == '$' || c == '%') {
            sign();
        } else {
            while (place < text.length() && "$%\n".indexOf(text.charAt(place)) < 0) {
                place++;
            }
        }
        boolean lineEnds = charAt(place) == '\n' && place < text.length();
        place += lineEnds ? 1 : 0;
        if (current() instanceof Mode.Heredoc heredoc) {
            boolean marked = lineEnds && heredoc.atLineStart() && isMark(heredoc, start);
            if (marked) {
                place = start + text.substring(start, place).stripTrailing().length();
                modes.pop();
                emit(TokenType.CLOSE_HEREDOC, start);
                return;
            }
            heredoc.setAtLineStart(lineEnds);
        }
        emitText(TokenType.PLAIN_TEXT, start);
    }

    private boolean isMark(Mode.Heredoc heredoc, int start) {
        return text.substring(start, place).strip().equals(heredoc.mark());
    }

    /** What the lexer is inside of. */
    private sealed interface Mode {

        /** Outside of text; in a sequence, the brace that closes it is the one at depth nought. */
        record Code(int braces, boolean sequence) implements Mode {
            Code deeper() {
                return new Code(braces + 1, sequence);
            }

            Code shallower() {
                return new Code(braces - 1, sequence);
            }
        }

        record Quoted(int start) implements Mode {}

        record Bare() implements Mode {}

        /** A heredoc: its end mark counts only where a line begins. */
        final class Heredoc implements Mode {
            private final String mark;
            private final int start;
            private boolean atLineStart = true;

            Heredoc(String mark, int start) {
                this.mark = mark;
                this.start = start;
            }

            String mark() {
                return mark;
            }

            int start() {
                return start;
            }

            boolean atLineStart() {
                return atLineStart;
            }

            void setAtLineStart(boolean value) {
                atLineStart = value;
            }

            void leaveLineStart() {
                atLineStart = false;
            }
        }
    }
}
