package dev.penstock.cli.shell;

import dev.penstock.cli.shell.dot.Script;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.SyntaxError;

/**
 * Tells the editor when what is typed is whole: a command at once, SQL with its semicolon.
 *
 * @param multi whether a statement needs its semicolon; otherwise Enter runs it
 */
record InputParser(BooleanSupplier multi) implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) throws SyntaxError {
        if (context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT) {
            String missing = Script.of(line).missing();
            if (!missing.isEmpty() && multi.getAsBoolean()) {
                throw new EOFError(-1, cursor, "the statement goes on", missing.equals(";") ? ">" : missing);
            }
        }
        return new Typed(line, cursor);
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /**
     * What is typed, with the word at the cursor: what completion would replace.
     *
     * @param line all of it
     */
    private record Typed(String line, int cursor) implements CompletingParsedLine {
        private int start() {
            int start = cursor;
            while (start > 0 && isWordPart(line.charAt(start - 1))) {
                start--;
            }
            return start > 0 && (line.charAt(start - 1) == '.' || line.charAt(start - 1) == '\\') && isFirst(start - 1)
                    ? start - 1
                    : start;
        }

        /** Whether a command could begin here. */
        private boolean isFirst(int index) {
            int before = index - 1;
            while (before >= 0 && line.charAt(before) != '\n' && Character.isWhitespace(line.charAt(before))) {
                before--;
            }
            return before < 0 || line.charAt(before) == '\n';
        }

        private static boolean isWordPart(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '$';
        }

        @Override
        public String word() {
            int end = cursor;
            while (end < line.length() && isWordPart(line.charAt(end))) {
                end++;
            }
            return line.substring(start(), end);
        }

        @Override
        public int wordCursor() {
            return cursor - start();
        }

        /** Candidates bring the quotes that they need. */
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }
    }
}
