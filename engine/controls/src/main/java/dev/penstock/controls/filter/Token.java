package dev.penstock.controls.filter;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.TextPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a condition.
 *
 * @param text as it is written; of a text in quotes what it stands for
 * @param at where it begins, from 0
 */
record Token(Kind kind, String text, int at) {
    private static final Pattern WORDS = Pattern.compile("(?<word>[A-Za-z_][A-Za-z0-9_.]*)"
            + "|'(?<text>(?:[^']|'')*)'"
            + "|\"(?<name>[^\"]+)\""
            + "|(?<number>-?[0-9]+(?:\\.[0-9]+)?)"
            + "|(?<sign>->>|<>|!=|<=|>=|[=<>(),])");

    enum Kind {
        WORD,
        NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
    }

    /** For messages. */
    String shown() {
        return kind == Kind.END ? "the end" : "\"" + text + "\"";
    }

    /** The words of a condition, with an end. */
    static List<Token> of(String condition) {
        var tokens = new ArrayList<Token>();
        Matcher matcher = WORDS.matcher(condition);
        int at = 0;
        while (true) {
            while (at < condition.length() && Character.isWhitespace(condition.charAt(at))) {
                at++;
            }
            if (at == condition.length()) {
                tokens.add(new Token(Kind.END, "", at));
                return tokens;
            }
            matcher.region(at, condition.length());
            if (!matcher.lookingAt()) {
                String what = condition.charAt(at) == '\'' ? "a text without its closing quote" : "nothing it knows";
                throw problem("--where has " + what, at);
            }
            tokens.add(token(matcher, at));
            at = matcher.end();
        }
    }

    private static Token token(Matcher matcher, int at) {
        if (matcher.group("word") != null) {
            return new Token(Kind.WORD, matcher.group("word"), at);
        }
        if (matcher.group("text") != null) {
            return new Token(Kind.TEXT, matcher.group("text").replace("''", "'"), at);
        }
        if (matcher.group("name") != null) {
            return new Token(Kind.NAME, matcher.group("name"), at);
        }
        return matcher.group("number") != null
                ? new Token(Kind.NUMBER, matcher.group("number"), at)
                : new Token(Kind.SIGN, matcher.group("sign"), at);
    }

    /** An error at a place of the condition. */
    static EngineException problem(String what, int at) {
        return new EngineException(ErrorCode.INVALID_PARAMETER, what, new TextPosition(1, at + 1), null);
    }
}
