package dev.penstock.controls.filter;

import dev.penstock.controls.model.Control;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something of a control, tested.
 *
 * @param operand what is tested; NULL makes the answer unknown
 */
record Comparison(Operand operand, Predicate<String> test) implements Condition.Part {
    private static final List<String> SEVERITIES = List.of("none", "low", "medium", "high", "critical");

    /** What a comparison is about. */
    @FunctionalInterface
    interface Operand {
        @Nullable
        String of(Control control);
    }

    @Override
    public Truth test(Control control) {
        String value = operand.of(control);
        return value == null ? Truth.UNKNOWN : Truth.of(test.test(value));
    }

    /** Whether a sign holds for the outcome of a comparison. */
    static boolean holds(String sign, int outcome) {
        return switch (sign) {
            case "=" -> outcome == 0;
            case "<>", "!=" -> outcome != 0;
            case "<" -> outcome < 0;
            case "<=" -> outcome <= 0;
            case ">" -> outcome > 0;
            case ">=" -> outcome >= 0;
            default -> throw new IllegalArgumentException(sign);
        };
    }

    /** Where a severity stands, from none to critical; negative if it is a word of the mod's own. */
    static int rank(String severity) {
        return SEVERITIES.indexOf(severity.toLowerCase(Locale.ROOT));
    }

    static List<String> severities() {
        return SEVERITIES;
    }

    /** The pattern of LIKE as one of Java: percent signs, underscores, and backslashes before those that are meant. */
    static Pattern like(String pattern, boolean anyCase) {
        var regex = new StringBuilder();
        boolean meant = false;
        for (int letter : pattern.codePoints().toArray()) {
            if (letter == '\\' && !meant) {
                meant = true;
                continue;
            }
            String wild = letter == '%' ? ".*" : ".";
            regex.append(!meant && (letter == '%' || letter == '_') ? wild : Pattern.quote(Character.toString(letter)));
            meant = false;
        }
        if (meant) {
            regex.append(Pattern.quote("\\"));
        }
        int flags = Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        return Pattern.compile(regex.toString(), flags);
    }
}
