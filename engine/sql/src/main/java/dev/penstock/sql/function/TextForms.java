package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;
import static dev.penstock.sql.function.FunctionDefinition.typed;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts filled, translated, quoted and put into formats (chapter 9.4). */
final class TextForms {
    private TextForms() {}

    static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        for (String name : List.of("lpad", "rpad")) {
            boolean left = name.equals("lpad");
            all.add(function(name, "text,int4->text", (a, c) -> padded(text(a, 0), number(a, 1), " ", left)));
            all.add(function(
                    name, "text,int4,text->text", (a, c) -> padded(text(a, 0), number(a, 1), text(a, 2), left)));
        }
        all.add(function(
                "translate", "text,text,text->text", (a, c) -> translated(text(a, 0), text(a, 1), text(a, 2))));
        all.add(function(
                "ascii",
                "text->int4",
                (a, c) -> text(a, 0).isEmpty() ? 0L : (long) text(a, 0).codePointAt(0)));
        all.add(function("chr", "int4->text", (a, c) -> character(number(a, 0))));
        all.add(function("to_hex", "int4->text", (a, c) -> Integer.toHexString(number(a, 0))));
        all.add(function(
                "to_hex",
                "int8->text",
                (a, c) -> Long.toHexString(Numbers.number(a, 0).longValue())));
        all.add(function(
                "overlay",
                "text,text,int4->text",
                (a, c) -> overlaid(
                        text(a, 0),
                        text(a, 1),
                        number(a, 2),
                        text(a, 1).codePointCount(0, text(a, 1).length()))));
        all.add(function(
                "overlay",
                "text,text,int4,int4->text",
                (a, c) -> overlaid(text(a, 0), text(a, 1), number(a, 2), number(a, 3))));
        all.add(function(
                "octet_length", "text->int4", (a, c) -> (long) text(a, 0).getBytes(StandardCharsets.UTF_8).length));
        all.add(function(
                "octet_length", "bpchar->int4", (a, c) -> (long) text(a, 0).getBytes(StandardCharsets.UTF_8).length));
        all.add(function("padded text", "bpchar->text", (a, c) -> text(a, 0)));
        all.add(function(
                "bit_length", "text->int4", (a, c) -> 8L * text(a, 0).getBytes(StandardCharsets.UTF_8).length));
        all.addAll(Identifiers.functions());
        all.add(function("quote_literal", "text->text", (a, c) -> literal(text(a, 0))));
        all.add(typed(
                "quote_literal",
                "anyelement->text",
                types -> (a, c) -> literal(Casts.textOf(Objects.requireNonNull(a[0]), types.get(0), c))));
        all.add(function("quote_nullable", "text->text", (a, c) -> a[0] == null ? "NULL" : literal(text(a, 0)))
                .calledOnNull());
        all.add(typed(
                        "quote_nullable",
                        "anyelement->text",
                        types -> (a, c) -> a[0] == null
                                ? "NULL"
                                : literal(Casts.textOf(Objects.requireNonNull(a[0]), types.get(0), c)))
                .calledOnNull());
        all.add(typed("format", "text,any...->text", types -> (a, c) -> formatted(a, types, c))
                .calledOnNull());
        all.add(typed("format", "text->text", types -> (a, c) -> formatted(a, types, c)));
        all.add(function("normalize", "text->text", (a, c) -> Normalizer.normalize(text(a, 0), Normalizer.Form.NFC)));
        all.add(function("normalize", "text,text->text", (a, c) -> Normalizer.normalize(text(a, 0), form(text(a, 1)))));
        all.add(function(
                "is_normalized", "text->bool", (a, c) -> Normalizer.isNormalized(text(a, 0), Normalizer.Form.NFC)));
        all.add(function(
                "is_normalized", "text,text->bool", (a, c) -> Normalizer.isNormalized(text(a, 0), form(text(a, 1)))));
        all.add(function("unistr", "text->text", (a, c) -> unescaped(text(a, 0))));
        all.add(typed("text", "any->text", types -> Casts.function(types.get(0), "text")));
        return all;
    }

    private static String text(@Nullable Object[] arguments, int index) {
        return String.valueOf(arguments[index]);
    }

    private static int number(@Nullable Object[] arguments, int index) {
        return Numbers.number(arguments, index).intValue();
    }

    private static Normalizer.Form form(String name) {
        try {
            return Normalizer.Form.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "invalid normalization form: " + name, e);
        }
    }

    private static String padded(String text, int length, String fill, boolean left) {
        int size = text.codePointCount(0, text.length());
        if (size >= length || fill.isEmpty()) {
            return text.substring(0, text.offsetByCodePoints(0, Math.max(0, Math.min(size, length))));
        }
        int[] pattern = fill.codePoints().toArray();
        var padding = new StringBuilder();
        for (int i = 0; i < length - size; i++) {
            padding.appendCodePoint(pattern[i % pattern.length]);
        }
        return left ? padding + text : text + padding;
    }

    private static String translated(String text, String from, String to) {
        int[] source = from.codePoints().toArray();
        int[] target = to.codePoints().toArray();
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            int place = 0;
            while (place < source.length && source[place] != c) {
                place++;
            }
            if (place == source.length) {
                out.appendCodePoint(c);
            } else if (place < target.length) {
                out.appendCodePoint(target[place]);
            }
        });
        return out.toString();
    }

    private static String character(int point) {
        if (point == 0) {
            throw new EngineException(ErrorCode.PROGRAM_LIMIT, "null character not permitted");
        }
        if (point < 0 || point > Character.MAX_CODE_POINT) {
            throw new EngineException(
                    point < 0 ? ErrorCode.INVALID_PARAMETER : ErrorCode.PROGRAM_LIMIT,
                    point < 0
                            ? "character number must be positive"
                            : "requested character too large for encoding: " + point);
        }
        return Character.toString(point);
    }

    private static String overlaid(String text, String replacement, int start, int length) {
        if (start <= 0) {
            throw new EngineException(ErrorCode.SUBSTRING, "negative substring length not allowed");
        }
        int[] points = text.codePoints().toArray();
        int from = Math.min(points.length, start - 1);
        int to = Math.max(0, Math.min(points.length, start - 1 + length));
        return new String(points, 0, from) + replacement + new String(points, to, points.length - to);
    }

    private static String literal(String text) {
        String quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'";
        return text.contains("\\") ? "E" + quoted : quoted;
    }

    /** {@code format}: {@code %s}, {@code %I}, {@code %L} with places and widths. */
    private static @Nullable String formatted(
            @Nullable Object[] arguments, List<String> types, FunctionContext context) {
        if (arguments[0] == null) {
            return null;
        }
        String format = text(arguments, 0);
        var matcher = java.util.regex.Pattern.compile("%(?:(\\d+)\\$)?(-)?(?:(\\d+)|\\*(?:(\\d+)\\$)?)?(.)?")
                .matcher(format);
        var out = new StringBuilder();
        int copied = 0;
        int next = 1;
        while (matcher.find()) {
            out.append(format, copied, matcher.start());
            copied = matcher.end();
            String kind = matcher.group(5);
            if (kind == null) {
                throw new EngineException(ErrorCode.INVALID_PARAMETER, "unterminated format() type specifier");
            }
            if (kind.equals("%")) {
                out.append('%');
                continue;
            }
            String width = matcher.group(3);
            boolean left = matcher.group(2) != null;
            if (matcher.group().contains("*")) {
                int place = matcher.group(4) == null ? next++ : Integer.parseInt(matcher.group(4));
                width = String.valueOf(argument(arguments, place));
                left |= width.startsWith("-");
                width = width.replace("-", "");
            }
            int place = matcher.group(1) == null ? next++ : Integer.parseInt(matcher.group(1));
            if (place == 0) {
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER, "format specifies argument 0, but arguments are numbered from 1");
            }
            next = place + 1;
            Object value = argument(arguments, place);
            String text = value == null ? null : Casts.output(value, types.get(place), context);
            String shown = shown(kind, text);
            out.append(
                    width == null || width.isEmpty()
                            ? shown
                            : padded(shown, Math.max(Integer.parseInt(width), shown.length()), " ", !left));
        }
        return out.append(format.substring(copied)).toString();
    }

    private static String shown(String kind, @Nullable String text) {
        return switch (kind) {
            case "s" -> text == null ? "" : text;
            case "I" -> {
                if (text == null) {
                    throw new EngineException(
                            ErrorCode.NULL_VALUE, "null values cannot be formatted as an SQL identifier");
                }
                yield Identifiers.quoted(text);
            }
            case "L" -> text == null ? "NULL" : literal(text);
            default ->
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER, "unrecognized format() type specifier \"" + kind + "\"");
        };
    }

    private static @Nullable Object argument(@Nullable Object[] arguments, int place) {
        if (place >= arguments.length) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "too few arguments for format()");
        }
        return arguments[place];
    }

    private static String unescaped(String text) {
        return java.util.regex.Pattern.compile(
                        "\\\\(?:\\\\|u?([0-9A-Fa-f]{4})|\\+([0-9A-Fa-f]{6})|U([0-9A-Fa-f]{8})|(.?))")
                .matcher(text)
                .replaceAll(match -> {
                    if (match.group().equals("\\\\")) {
                        return "\\\\";
                    }
                    for (int group = 1; group <= 3; group++) {
                        if (match.group(group) != null) {
                            return java.util.regex.Matcher.quoteReplacement(
                                    Character.toString(Integer.parseInt(match.group(group), 16)));
                        }
                    }
                    throw new EngineException(ErrorCode.SYNTAX_ERROR, "invalid Unicode escape");
                });
    }
}
