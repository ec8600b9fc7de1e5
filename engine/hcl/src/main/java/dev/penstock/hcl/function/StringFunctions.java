package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.number;
import static dev.penstock.hcl.function.Arguments.string;
import static dev.penstock.hcl.function.Arguments.text;
import static dev.penstock.hcl.function.Arguments.texts;

import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Functions of text. */
final class StringFunctions {
    private static final int WIDEST_INDENT = 1_000_000;

    private StringFunctions() {}

    static Map<String, HclFunction> all() {
        Map<String, HclFunction> all = new TreeMap<>();
        all.put("upper", change(text -> mapped(text, Character::toUpperCase)));
        all.put("lower", change(text -> mapped(text, Character::toLowerCase)));
        all.put("title", change(StringFunctions::title));
        all.put("trimspace", change(text -> trimmed(text, StringFunctions::isSpace)));
        all.put("chomp", change(StringFunctions::chomp));
        all.put("strrev", change(StringFunctions::reversed));
        all.put("trim", with("cutset", (text, cutset) -> trimmed(text, point -> cutset.indexOf(point) >= 0)));
        all.put(
                "trimprefix",
                with("prefix", (text, part) -> text.startsWith(part) ? text.substring(part.length()) : text));
        all.put(
                "trimsuffix",
                with(
                        "suffix",
                        (text, part) -> text.endsWith(part) ? text.substring(0, text.length() - part.length()) : text));
        all.put("startswith", test("prefix", String::startsWith));
        all.put("endswith", test("suffix", String::endsWith));
        all.put("strcontains", test("substr", String::contains));
        all.put("indent", HclFunction.of(Primitive.STRING, StringFunctions::indent, number("spaces"), text("string")));
        all.put(
                "join",
                HclFunction.of(Primitive.STRING, StringFunctions::join, text("separator"))
                        .andMore(texts("lists")));
        all.put(
                "split",
                HclFunction.of(
                        HclType.listOf(Primitive.STRING), StringFunctions::split, text("separator"), text("string")));
        all.put(
                "substr",
                HclFunction.of(
                        Primitive.STRING, StringFunctions::substr, text("string"), number("offset"), number("length")));
        return all;
    }

    private static HclFunction change(UnaryOperator<String> change) {
        return HclFunction.of(
                Primitive.STRING, arguments -> new HclValue.Text(change.apply(string(arguments, 0))), text("string"));
    }

    private static HclFunction with(String second, BiFunction<String, String, String> change) {
        return HclFunction.of(
                Primitive.STRING,
                arguments -> new HclValue.Text(change.apply(string(arguments, 0), string(arguments, 1))),
                text("string"),
                text(second));
    }

    private static HclFunction test(String second, BiPredicate<String, String> test) {
        return HclFunction.of(
                Primitive.BOOL,
                arguments -> HclValue.Bool.of(test.test(string(arguments, 0), string(arguments, 1))),
                text("string"),
                text(second));
    }

    /** One character for one: a sharp s stays what it is. */
    private static String mapped(String text, java.util.function.IntUnaryOperator mapping) {
        return text.codePoints()
                .map(mapping)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String title(String text) {
        var result = new StringBuilder(text.length());
        boolean begins = true;
        for (int point : text.codePoints().toArray()) {
            result.appendCodePoint(begins ? Character.toTitleCase(point) : point);
            begins = separates(point);
        }
        return result.toString();
    }

    private static boolean separates(int point) {
        if (Character.isLetterOrDigit(point) || point == '_') {
            return false;
        }
        return point < 0x80 || isSpace(point);
    }

    private static boolean isSpace(int point) {
        return (point >= 0x09 && point <= 0x0D) || point == 0x85 || Character.isSpaceChar(point);
    }

    private static String trimmed(String text, java.util.function.IntPredicate drop) {
        int start = 0;
        int end = text.length();
        while (start < end && drop.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && drop.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static String chomp(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String reversed(String text) {
        List<String> clusters = new ArrayList<>(Graphemes.of(text));
        Collections.reverse(clusters);
        return String.join("", clusters);
    }

    private static HclValue indent(List<HclValue> arguments) {
        int spaces = Arguments.whole(arguments, 0);
        if (spaces < 0 || spaces > WIDEST_INDENT) {
            throw new ValueException(0, "a number from 0 to " + WIDEST_INDENT + " is needed");
        }
        return new HclValue.Text(replaced(string(arguments, 1), "\n", "\n" + " ".repeat(spaces)));
    }

    /** Replaces text, unless the result would be larger than a text may be. */
    static String replaced(String text, String search, String with) {
        long grown = text.length();
        if (with.length() > search.length() && !search.isEmpty()) {
            long found = 0;
            for (int at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + search.length())) {
                found++;
            }
            grown += found * (with.length() - search.length());
        } else if (search.isEmpty()) {
            grown += (long) with.length() * (text.length() + 1);
        }
        if (grown > Integer.MAX_VALUE / 8) {
            throw new ValueException("the result is too long");
        }
        return text.replace(search, with);
    }

    private static HclValue join(List<HclValue> arguments) {
        if (arguments.size() < 2) {
            throw new ValueException("at least one list is needed");
        }
        if (!Arguments.whollyKnown(arguments)) {
            return new HclValue.Unknown(Primitive.STRING);
        }
        List<String> all = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i++) {
            all.addAll(Arguments.strings(arguments, i));
        }
        return new HclValue.Text(String.join(string(arguments, 0), all));
    }

    private static HclValue split(List<HclValue> arguments) {
        String separator = string(arguments, 0);
        String text = string(arguments, 1);
        if (separator.isEmpty()) {
            return texts(text.codePoints().mapToObj(Character::toString).toList());
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
            parts.add(text.substring(start, at));
            start = at + separator.length();
        }
        parts.add(text.substring(start));
        return texts(parts);
    }

    /** A negative offset counts from the end; a negative length means all the rest. */
    private static HclValue substr(List<HclValue> arguments) {
        List<String> clusters = Graphemes.of(string(arguments, 0));
        int offset = Arguments.whole(arguments, 1);
        int length = Arguments.whole(arguments, 2);
        if (offset >= 0 && length == 0) {
            return new HclValue.Text("");
        }
        int start = Math.min(clusters.size(), Math.max(0, offset < 0 ? offset + clusters.size() : offset));
        // With an offset from the end, no length at all means the rest, as in the reference.
        int end = length <= 0 ? clusters.size() : (int) Math.min(clusters.size(), (long) start + length);
        return new HclValue.Text(String.join("", clusters.subList(start, end)));
    }
}
