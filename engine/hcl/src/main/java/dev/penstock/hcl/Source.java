package dev.penstock.hcl;

/** A file's text and a place in it that moves on. Line ends are read as {@code \n}, a byte order mark is left out. */
final class Source {
    static final int END = -1;

    private final String file;
    private final String text;
    private int place;

    Source(String file, String text) {
        this.file = file;
        this.text = (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    }

    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return place + ahead < text.length() ? text.charAt(place + ahead) : END;
    }

    boolean at(String word) {
        return text.startsWith(word, place);
    }

    /** Takes {@code word} if it stands here. */
    boolean take(String word) {
        if (!at(word)) {
            return false;
        }
        place += word.length();
        return true;
    }

    char next() {
        if (place >= text.length()) {
            throw problem("the file ends here, too early");
        }
        return text.charAt(place++);
    }

    /** The rest of the line; its end is taken but not given. */
    String line() {
        String line = ahead();
        place = Math.min(text.length(), place + line.length() + 1);
        return line;
    }

    /** The rest of the line, not taken. */
    String ahead() {
        int end = text.indexOf('\n', place);
        return end < 0 ? text.substring(place) : text.substring(place, end);
    }

    boolean atIdentifier() {
        int c = peek();
        return c != END && (Character.isLetter(c) || c == '_');
    }

    /** An identifier; the caller has looked that one stands here. */
    String identifier() {
        int start = place;
        while (peek() != END && (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-')) {
            place++;
        }
        return text.substring(start, place);
    }

    /** Passes blanks and comments; with {@code lines} also line ends. */
    void skip(boolean lines) {
        while (true) {
            int c = peek();
            if (c == ' ' || c == '\t' || (lines && (c == '\n' || c == '\r'))) {
                place++;
            } else if (c == '#' || at("//")) {
                while (peek() != '\n' && peek() != END) {
                    place++;
                }
            } else if (at("/*")) {
                int end = text.indexOf("*/", place + 2);
                if (end < 0) {
                    throw problem("this comment has no end");
                }
                place = end + 2;
            } else {
                return;
            }
        }
    }

    SourcePosition position() {
        int line = 1;
        int lineStart = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < place; end = text.indexOf('\n', end + 1)) {
            line++;
            lineStart = end + 1;
        }
        return new SourcePosition(file, line, place - lineStart + 1);
    }

    HclException problem(String what) {
        return new HclException(what, position());
    }
}
