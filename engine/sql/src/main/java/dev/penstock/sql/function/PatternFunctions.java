package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** LIKE with arrays, regular expressions and SIMILAR TO (chapter 9.7). */
public final class PatternFunctions {
    private PatternFunctions() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        var all = new ArrayList<FunctionDefinition>();
        for (String not : List.of("", "NOT ")) {
            for (String like : List.of("LIKE", "ILIKE")) {
                for (String quantifier : List.of("ANY", "ALL")) {
                    all.add(function(
                            not + like + " " + quantifier,
                            "text,text[]->bool",
                            (a, c) -> likeSome(
                                    text(a, 0),
                                    (List<?>) Objects.requireNonNull(a[1]),
                                    like.equals("ILIKE"),
                                    !not.isEmpty(),
                                    quantifier.equals("ALL"))));
                }
            }
        }
        for (String type : List.of("text", "bpchar")) {
            all.add(match("~", type, "", false));
            all.add(match("~*", type, "i", false));
            all.add(match("!~", type, "", true));
            all.add(match("!~*", type, "i", true));
        }
        return all;
    }

    private static @Nullable Boolean likeSome(
            String text, List<?> patterns, boolean ignoreCase, boolean negated, boolean all) {
        boolean unknown = false;
        for (Object pattern : patterns) {
            if (pattern == null) {
                unknown = true;
            } else if ((Texts.like(text, pattern.toString(), '\\', ignoreCase) != negated) != all) {
                return !all;
            }
        }
        return unknown ? null : (Boolean) all;
    }

    private static FunctionDefinition match(String name, String type, String flags, boolean negated) {
        return FunctionDefinition.typed(name, type + ",text->bool", types -> {
            var pattern = new LastPattern();
            return (a, c) -> pattern.of(text(a, 1), flags).matcher(text(a, 0)).find() != negated;
        });
    }

    /** The pattern is nearly always a constant: the last one is kept. A race only compiles it twice. */
    private static final class LastPattern {
        private volatile Compiled last = new Compiled("", "", Pattern.compile(""));

        Pattern of(String expression, String flags) {
            Compiled compiled = last;
            if (!compiled.expression().equals(expression) || !compiled.flags().equals(flags)) {
                compiled = new Compiled(expression, flags, RegularExpressions.compile(expression, flags));
                last = compiled;
            }
            return compiled.pattern();
        }
    }

    private record Compiled(String expression, String flags, Pattern pattern) {}

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        for (String name : List.of("substring similar", "substring")) {
            all.add(function(
                    name,
                    "text,text,text->text",
                    (a, c) -> part(RegularExpressions.similarPart(text(a, 1), escape(text(a, 2)))
                            .matcher(text(a, 0)))));
        }
        all.add(function("similar to", "text,text->bool", (a, c) -> similar(a, "\\")));
        all.add(function("similar to", "text,text,text->bool", (a, c) -> similar(a, escape(text(a, 2)))));
        all.add(function("regexp_match", "text,text->text[]", (a, c) -> first(a, "")));
        all.add(function("regexp_match", "text,text,text->text[]", (a, c) -> first(a, text(a, 2))));
        all.add(function(
                "substring", "text,text->text", (a, c) -> part(pattern(a, "").matcher(text(a, 0)))));
        all.add(function("regexp_replace", "text,text,text->text", (a, c) -> replaced(a, 1, 1, "")));
        all.add(function("regexp_replace", "text,text,text,text->text", (a, c) -> flagged(a)));
        all.add(function("regexp_replace", "text,text,text,int4->text", (a, c) -> replaced(a, number(a, 3), 1, "")));
        all.add(function(
                "regexp_replace",
                "text,text,text,int4,int4->text",
                (a, c) -> replaced(a, number(a, 3), number(a, 4), "")));
        all.add(function(
                "regexp_replace",
                "text,text,text,int4,int4,text->text",
                (a, c) -> replaced(a, number(a, 3), number(a, 4), text(a, 5))));
        all.add(function("regexp_split_to_array", "text,text->text[]", (a, c) -> parts(a, "")));
        all.add(function("regexp_split_to_array", "text,text,text->text[]", (a, c) -> parts(a, text(a, 2))));
        counting(all);
        return all;
    }

    private static void counting(List<FunctionDefinition> all) {
        all.add(function("regexp_count", "text,text->int4", (a, c) -> count(a, 1, "")));
        all.add(function("regexp_count", "text,text,int4->int4", (a, c) -> count(a, number(a, 2), "")));
        all.add(function("regexp_count", "text,text,int4,text->int4", (a, c) -> count(a, number(a, 2), text(a, 3))));
        all.add(function(
                "regexp_like",
                "text,text->bool",
                (a, c) -> pattern(a, "").matcher(text(a, 0)).find()));
        all.add(function(
                "regexp_like",
                "text,text,text->bool",
                (a, c) -> pattern(a, text(a, 2)).matcher(text(a, 0)).find()));
        String parameters = "text,text";
        for (String more : List.of("", ",int4", ",int4,int4", ",int4,int4,text", ",int4,int4,text,int4")) {
            all.add(function("regexp_substr", parameters + more + "->text", (a, c) -> found(a, 5)));
        }
        for (String more : List.of(
                "", ",int4", ",int4,int4", ",int4,int4,int4", ",int4,int4,int4,text", ",int4,int4,int4,text,int4")) {
            all.add(function("regexp_instr", parameters + more + "->int4", (a, c) -> place(a)));
        }
    }

    /** The set functions. */
    public static List<SetFunctionDefinition> setFunctions() {
        return List.of(
                SetFunctionDefinition.of("regexp_matches", "text,text->text[]", (a, c) -> matches(a, "")),
                SetFunctionDefinition.of("regexp_matches", "text,text,text->text[]", (a, c) -> matches(a, text(a, 2))),
                SetFunctionDefinition.of("regexp_split_to_table", "text,text->text", (a, c) -> rows(parts(a, ""))),
                SetFunctionDefinition.of(
                        "regexp_split_to_table", "text,text,text->text", (a, c) -> rows(parts(a, text(a, 2)))));
    }

    private static Iterator<@Nullable Object[]> rows(List<?> values) {
        return values.stream()
                .<@Nullable Object[]>map(value -> new @Nullable Object[] {value})
                .iterator();
    }

    private static String text(@Nullable Object[] arguments, int index) {
        return String.valueOf(arguments[index]);
    }

    private static int number(@Nullable Object[] arguments, int index) {
        return Numbers.number(arguments, index).intValue();
    }

    private static Pattern pattern(@Nullable Object[] arguments, String flags) {
        return RegularExpressions.compile(text(arguments, 1), flags);
    }

    private static String escape(String escape) {
        if (escape.codePointCount(0, escape.length()) > 1) {
            throw new EngineException(ErrorCode.INVALID_ESCAPE, "invalid escape string");
        }
        return escape;
    }

    private static Object similar(@Nullable Object[] arguments, String escape) {
        return RegularExpressions.similar(text(arguments, 1), escape)
                .matcher(text(arguments, 0))
                .matches();
    }

    /** The groups of a match; the whole match if there are none. */
    private static List<@Nullable Object> groups(Matcher matcher) {
        var groups = new ArrayList<@Nullable Object>();
        for (int i = Math.min(1, matcher.groupCount()); i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        return Collections.unmodifiableList(groups);
    }

    private static @Nullable Object first(@Nullable Object[] arguments, String flags) {
        if (flags.contains("g")) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "regexp_match() does not support the \"global\" option");
        }
        Matcher matcher = pattern(arguments, flags).matcher(text(arguments, 0));
        return matcher.find() ? groups(matcher) : null;
    }

    private static Iterator<@Nullable Object[]> matches(@Nullable Object[] arguments, String flags) {
        Matcher matcher = pattern(arguments, flags).matcher(text(arguments, 0));
        var all = new ArrayList<List<@Nullable Object>>();
        while (matcher.find() && (all.isEmpty() || flags.contains("g"))) {
            all.add(groups(matcher));
        }
        return rows(all);
    }

    private static @Nullable Object part(Matcher matcher) {
        return matcher.find() ? matcher.group(Math.min(1, matcher.groupCount())) : null;
    }

    private static String flagged(@Nullable Object[] arguments) {
        String flags = text(arguments, 3);
        if (!flags.isEmpty() && Character.isDigit(flags.charAt(0))) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "invalid regular expression option: \"" + flags.charAt(0) + "\"");
        }
        return replaced(arguments, 1, flags.contains("g") ? 0 : 1, flags);
    }

    /** With the {@code wanted}th match from {@code start} on replaced; all of them for 0. */
    private static String replaced(@Nullable Object[] arguments, int start, int wanted, String flags) {
        requirePositive("start", start, 1);
        requirePositive("n", wanted, 0);
        String text = text(arguments, 0);
        Matcher matcher = pattern(arguments, flags).matcher(text);
        var out = new StringBuilder();
        int copied = 0;
        int from = offset(text, start);
        int count = 0;
        while (from <= text.length() && matcher.find(from)) {
            count++;
            if (wanted == 0 || count == wanted) {
                out.append(text, copied, matcher.start());
                substitute(out, text(arguments, 2), matcher);
                copied = matcher.end();
            }
            from = matcher.end() > matcher.start() ? matcher.end() : matcher.end() + 1;
            if (wanted > 0 && count >= wanted) {
                break;
            }
        }
        return out.append(text.substring(Math.min(copied, text.length()))).toString();
    }

    private static int offset(String text, int start) {
        return start - 1 > text.codePointCount(0, text.length())
                ? text.length() + 1
                : text.offsetByCodePoints(0, start - 1);
    }

    private static void substitute(StringBuilder out, String replacement, Matcher matcher) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            if (c != '\\' || i + 1 == replacement.length()) {
                out.append(c);
                continue;
            }
            char next = replacement.charAt(++i);
            if (next == '&') {
                out.append(matcher.group());
            } else if (next >= '1' && next <= '9') {
                String group = next - '0' <= matcher.groupCount() ? matcher.group(next - '0') : null;
                out.append(group == null ? "" : group);
            } else if (next == '\\') {
                out.append('\\');
            } else {
                out.append('\\').append(next);
            }
        }
    }

    private static List<@Nullable Object> parts(@Nullable Object[] arguments, String flags) {
        if (flags.contains("g")) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "regexp_split_to_array() does not support the \"global\" option");
        }
        String text = text(arguments, 0);
        Matcher matcher = pattern(arguments, flags).matcher(text);
        var parts = new ArrayList<@Nullable Object>();
        int from = 0;
        while (matcher.find()) {
            // An empty match at the start, at the end or right behind the last match parts nothing.
            if (matcher.end() > matcher.start() || (matcher.start() > from && matcher.start() < text.length())) {
                parts.add(text.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static Object count(@Nullable Object[] arguments, int start, String flags) {
        requirePositive("start", start, 1);
        String text = text(arguments, 0);
        int from = offset(text, start);
        if (from > text.length()) {
            return 0L;
        }
        return pattern(arguments, flags)
                .matcher(text)
                .region(from, text.length())
                .useAnchoringBounds(false)
                .results()
                .count();
    }

    private static void requirePositive(String name, int value, int least) {
        if (value < least) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "invalid value for parameter \"" + name + "\": " + value);
        }
    }

    private static @Nullable Matcher nth(@Nullable Object[] arguments, String flags) {
        int start = arguments.length > 2 ? number(arguments, 2) : 1;
        int wanted = arguments.length > 3 ? number(arguments, 3) : 1;
        requirePositive("start", start, 1);
        requirePositive("n", wanted, 1);
        String text = text(arguments, 0);
        int from = offset(text, start);
        Matcher matcher = pattern(arguments, flags).matcher(text);
        for (int count = 0; count < wanted; count++) {
            if (from > text.length() || !matcher.find(from)) {
                return null;
            }
            from = matcher.end() > matcher.start() ? matcher.end() : matcher.end() + 1;
        }
        return matcher;
    }

    private static @Nullable Object found(@Nullable Object[] arguments, int group) {
        Matcher matcher = nth(arguments, arguments.length > 4 ? text(arguments, 4) : "");
        int wanted = arguments.length > group ? number(arguments, group) : 0;
        requirePositive("subexpr", wanted, 0);
        return matcher == null || wanted > matcher.groupCount() ? null : matcher.group(wanted);
    }

    private static Object place(@Nullable Object[] arguments) {
        Matcher matcher = nth(arguments, arguments.length > 5 ? text(arguments, 5) : "");
        boolean end = arguments.length > 4 && number(arguments, 4) == 1;
        int group = arguments.length > 6 ? number(arguments, 6) : 0;
        if (matcher == null || group > matcher.groupCount() || matcher.start(group) < 0) {
            return 0L;
        }
        int index = end ? matcher.end(group) : matcher.start(group);
        return 1L + text(arguments, 0).codePointCount(0, index);
    }
}
