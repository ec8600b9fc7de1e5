package dev.penstock.hcl.function;

import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression in the reference's notation (RE2), which is that of Java but for a few signs. What RE2 refuses, such
 * as look-around, is refused; a search that takes too long is ended.
 */
final class Regex {
    private static final Pattern FOREIGN = Pattern.compile("\\(\\?(?:[=!>]|<[=!])|\\\\[1-9kGRXZ]|[*+?}]\\+");
    private static final Pattern GROUP =
            Pattern.compile("\\\\.|\\[\\^?\\]?(?:\\\\.|\\[:\\w+:\\]|[^\\]])*\\]|\\((?!\\?)|\\(\\?P?<(\\w+)>");
    private static final Pattern NAME = Pattern.compile("\\$(?:\\{(\\w+)\\}|(\\w+)|(\\$))");

    private final Pattern pattern;
    private final List<String> groups;

    Regex(String written) {
        if (FOREIGN.matcher(written.replace("\\\\", "")).find()) {
            throw new ValueException(0, "the pattern " + written + " uses what linear-time patterns lack");
        }
        this.groups = groupsOf(written);
        if (isNamed() && groups.contains("")) {
            throw new ValueException(0, "a pattern can't have groups both with and without names");
        }
        try {
            this.pattern = Pattern.compile(translated(written), Pattern.UNIX_LINES);
        } catch (PatternSyntaxException e) {
            throw new ValueException(0, "the pattern " + written + " is malformed: " + e.getDescription());
        } catch (StackOverflowError e) {
            throw new ValueException(0, "the pattern nests too deep");
        }
    }

    /** The names of the groups, empty where they have none. */
    List<String> groups() {
        return groups;
    }

    boolean isNamed() {
        return groups.stream().anyMatch(name -> !name.isEmpty());
    }

    Matcher matcher(String text) {
        return pattern.matcher(new Bounded(text, 0, text.length(), new Budget()));
    }

    /** Calls for each match in turn. One of no characters right behind another match doesn't count. */
    void each(String text, Consumer<Matcher> match) {
        Matcher matcher = matcher(text);
        int end = -1;
        while (find(matcher)) {
            if (matcher.end() > end) {
                match.accept(matcher);
            }
            end = matcher.end();
        }
    }

    /** Looks for the next match. The JDK's search recurses for each round of a group, which nothing else bounds. */
    static boolean find(Matcher matcher) {
        try {
            return matcher.find();
        } catch (StackOverflowError e) {
            throw new ValueException(0, "the search goes too deep");
        }
    }

    private static List<String> groupsOf(String written) {
        List<String> groups = new ArrayList<>();
        Matcher matcher = GROUP.matcher(written);
        while (matcher.find()) {
            if (matcher.group().startsWith("(")) {
                groups.add(matcher.group(1) == null ? "" : matcher.group(1));
            }
        }
        return groups;
    }

    /** A dollar means the very end, unless the pattern asks for lines. */
    private static String translated(String written) {
        String java = written.replace("(?P<", "(?<");
        boolean lines = Pattern.compile("\\(\\?[a-zA-Z]*m").matcher(java).find();
        var result = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < java.length(); i++) {
            char c = java.charAt(i);
            if (c == '\\' && i + 1 < java.length()) {
                result.append(c).append(java.charAt(++i));
            } else if (inClass && java.startsWith("[:", i)) {
                int end = java.indexOf(":]", i);
                String name = end < 0 ? "" : java.substring(i + 2, end);
                result.append(posix(name));
                i = end < 0 ? i : end + 1;
            } else {
                boolean opens = c == '[' && !inClass;
                result.append(c == '$' && !inClass && !lines ? "\\z" : inClass && c == '[' ? "\\[" : String.valueOf(c));
                inClass = opens || (inClass && !(c == ']' && !beginsClass(java, i)));
            }
        }
        return result.toString();
    }

    private static boolean beginsClass(String pattern, int index) {
        return pattern.startsWith("[", index - 1) || pattern.startsWith("[^", index - 2);
    }

    private static String posix(String name) {
        return switch (name) {
            case "word" -> "\\w";
            case "alpha", "digit", "alnum", "upper", "lower", "punct", "graph", "print", "blank", "cntrl", "space" ->
                "\\p{" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "}";
            case "xdigit" -> "\\p{XDigit}";
            case "ascii" -> "\\p{ASCII}";
            default -> throw new ValueException(0, "there is no class [:" + name + ":]");
        };
    }

    /** Replaces all matches; {@code $1}, {@code ${1}} and {@code ${name}} stand for groups. */
    String replaceAll(String text, String with) {
        var result = new StringBuilder();
        int[] end = {0};
        each(text, match -> {
            result.append(text, end[0], match.start());
            expand(with, match, result);
            end[0] = match.end();
        });
        return result.append(text, end[0], text.length()).toString();
    }

    private void expand(String with, Matcher match, StringBuilder result) {
        Matcher names = NAME.matcher(with);
        int end = 0;
        while (names.find()) {
            result.append(with.substring(end, names.start()));
            end = names.end();
            if (names.group(3) != null) {
                result.append('$');
            } else {
                result.append(group(names.group(1) != null ? names.group(1) : names.group(2), match));
            }
        }
        result.append(with, end, with.length());
    }

    private String group(String name, Matcher match) {
        int index = name.matches("\\d{1,4}") ? Integer.parseInt(name) : groups.indexOf(name) + 1;
        boolean there = index <= groups.size() && (index > 0 || name.matches("0+"));
        String found = there ? match.group(index) : null;
        return found == null ? "" : found;
    }

    /** How many characters a search may look at. */
    private static final class Budget {
        private static final long MOST = 50_000_000;
        private long taken;

        void take() {
            taken++;
            if (taken > MOST) {
                throw new ValueException(0, "the search takes too long");
            }
        }
    }

    /** Text that counts how often it is looked at. */
    private record Bounded(String text, int start, int end, Budget budget) implements CharSequence {
        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            budget.take();
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Bounded(text, start + from, start + to, budget);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
