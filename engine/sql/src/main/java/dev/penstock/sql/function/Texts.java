package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions over text (PostgreSQL chapters 9.4 and 9.7). Characters are code points. */
public final class Texts {
    private Texts() {}

    private static String text(@Nullable Object[] arguments, int index) {
        return String.valueOf(arguments[index]);
    }

    private static int number(@Nullable Object[] arguments, int index) {
        return (int) Math.max(
                Integer.MIN_VALUE + 1L,
                Math.min(Integer.MAX_VALUE, Numbers.number(arguments, index).longValue()));
    }

    /** The number of characters. */
    public static Object length(@Nullable Object[] arguments, FunctionContext context) {
        String text = text(arguments, 0);
        return (long) text.codePointCount(0, text.length());
    }

    /** In lower case. */
    public static Object lower(@Nullable Object[] arguments, FunctionContext context) {
        return mapped(text(arguments, 0), Character::toLowerCase);
    }

    /** In upper case. */
    public static Object upper(@Nullable Object[] arguments, FunctionContext context) {
        return mapped(text(arguments, 0), Character::toUpperCase);
    }

    /** Letter by letter, as the locale C.UTF-8 has it: no letter becomes two. */
    private static String mapped(String text, IntUnaryOperator letter) {
        var out = new StringBuilder(text.length());
        text.codePoints().map(letter).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Each word with a capital. */
    public static Object initcap(@Nullable Object[] arguments, FunctionContext context) {
        var out = new StringBuilder();
        boolean inWord = false;
        for (int c : text(arguments, 0).codePoints().toArray()) {
            out.appendCodePoint(inWord ? Character.toLowerCase(c) : Character.toUpperCase(c));
            inWord = Character.isLetterOrDigit(c);
        }
        return out.toString();
    }

    /** Every place of argument 1 in argument 0 replaced by argument 2. */
    public static Object replace(@Nullable Object[] arguments, FunctionContext context) {
        String search = text(arguments, 1);
        return search.isEmpty() ? text(arguments, 0) : text(arguments, 0).replace(search, text(arguments, 2));
    }

    /** The part of argument 0 between separators, counted from 1, or from the end if negative. */
    public static Object splitPart(@Nullable Object[] arguments, FunctionContext context) {
        int wanted = number(arguments, 2);
        if (wanted == 0) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "field position must not be zero");
        }
        String separator = text(arguments, 1);
        List<String> parts = separator.isEmpty()
                ? List.of(text(arguments, 0))
                : List.of(text(arguments, 0).split(Pattern.quote(separator), -1));
        int index = wanted > 0 ? wanted - 1 : parts.size() + wanted;
        return index >= 0 && index < parts.size() ? parts.get(index) : "";
    }

    /** The first characters; all but the last ones if the number is negative. */
    public static Object left(@Nullable Object[] arguments, FunctionContext context) {
        int[] points = text(arguments, 0).codePoints().toArray();
        int wanted = number(arguments, 1);
        int end = wanted >= 0 ? Math.min(wanted, points.length) : Math.max(0, points.length + wanted);
        return new String(points, 0, end);
    }

    /** The last characters; all but the first ones if the number is negative. */
    public static Object right(@Nullable Object[] arguments, FunctionContext context) {
        int[] points = text(arguments, 0).codePoints().toArray();
        int wanted = number(arguments, 1);
        int start = wanted >= 0 ? Math.max(0, points.length - wanted) : Math.min(points.length, -wanted);
        return new String(points, start, points.length - start);
    }

    /** The characters from argument 1 on, counted from 1, at most argument 2 of them. */
    public static Object substring(@Nullable Object[] arguments, FunctionContext context) {
        int[] points = text(arguments, 0).codePoints().toArray();
        long start = Numbers.number(arguments, 1).longValue();
        long end = Long.MAX_VALUE;
        if (arguments.length > 2) {
            long length = Numbers.number(arguments, 2).longValue();
            if (length < 0) {
                throw new EngineException(ErrorCode.SUBSTRING, "negative substring length not allowed");
            }
            end = start + length;
        }
        int from = (int) Math.min(points.length, Math.max(0, start - 1));
        int to = (int) Math.max(from, Math.min(points.length, end - 1));
        return new String(points, from, to - from);
    }

    /** Where argument 1 first stands in argument 0, counted from 1; 0 for nowhere. */
    public static Object strpos(@Nullable Object[] arguments, FunctionContext context) {
        String text = text(arguments, 0);
        int index = text.indexOf(text(arguments, 1));
        return index < 0 ? 0L : 1L + text.codePointCount(0, index);
    }

    /** Backwards. */
    public static Object reverse(@Nullable Object[] arguments, FunctionContext context) {
        return new StringBuilder(text(arguments, 0)).reverse().toString();
    }

    /** Whether argument 0 starts with argument 1. */
    public static Object startsWith(@Nullable Object[] arguments, FunctionContext context) {
        return text(arguments, 0).startsWith(text(arguments, 1));
    }

    /** So many times over. */
    public static Object repeat(@Nullable Object[] arguments, FunctionContext context) {
        return text(arguments, 0).repeat(Math.max(0, number(arguments, 1)));
    }

    /** Without the characters of argument 1 (spaces if there is none) at both ends. */
    public static Object trim(@Nullable Object[] arguments, FunctionContext context) {
        return strip(arguments, true, true);
    }

    /** As {@link #trim}, at the start. */
    public static Object ltrim(@Nullable Object[] arguments, FunctionContext context) {
        return strip(arguments, true, false);
    }

    /** As {@link #trim}, at the end. */
    public static Object rtrim(@Nullable Object[] arguments, FunctionContext context) {
        return strip(arguments, false, true);
    }

    private static String strip(@Nullable Object[] arguments, boolean start, boolean end) {
        String text = text(arguments, 0);
        String drop = arguments.length > 1 ? text(arguments, 1) : " ";
        int from = 0;
        int to = text.length();
        while (start && from < to && drop.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (end && to > from && drop.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether a text fits a LIKE pattern. */
    public static boolean like(String text, String pattern, char escape, boolean ignoreCase) {
        return LikePattern.of(pattern, escape, ignoreCase).matches(text);
    }
}
