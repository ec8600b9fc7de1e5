package dev.penstock.hcl.function;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader takes for one character: a code point with all that combines with it. */
final class Graphemes {
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Graphemes() {}

    static List<String> of(String text) {
        List<String> clusters = new ArrayList<>();
        Matcher matcher = CLUSTER.matcher(text);
        while (matcher.find()) {
            clusters.add(matcher.group());
        }
        return clusters;
    }

    static int count(String text) {
        if (isPlain(text)) {
            return text.length();
        }
        return of(text).size();
    }

    /** ASCII without carriage returns, which combine with line feeds. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x80 && c != '\r');
    }
}
