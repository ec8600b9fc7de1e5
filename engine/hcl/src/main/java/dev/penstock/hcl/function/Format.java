package dev.penstock.hcl.function;

import dev.penstock.hcl.Conversion;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form such as {@code "%-10s %05.1f %[1]q"}. */
final class Format {
    private static final Pattern VERB =
            Pattern.compile("%([-+ #0]*)([1-9]\\d{0,5})?(\\.\\d{0,4})?(?:\\[([1-9]\\d{0,5})\\])?([a-zA-Z%])");

    private final String format;

    Format(String format) {
        this.format = format;
    }

    /** The form with these values in it; all of them must be used. */
    String with(List<HclValue> values) {
        var text = new StringBuilder();
        Matcher matcher = VERB.matcher(format);
        int place = 0;
        int next = 1;
        int highest = 0;
        for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', place)) {
            text.append(format, place, at);
            if (!matcher.find(at) || matcher.start() != at) {
                throw new ValueException(0, "the form is malformed at character " + (at + 1));
            }
            place = matcher.end();
            if (matcher.group(5).equals("%")) {
                literal(matcher, text);
                continue;
            }
            int number = matcher.group(4) == null ? next : Integer.parseInt(matcher.group(4));
            if (number > values.size()) {
                throw new ValueException(
                        "there is no value for " + matcher.group() + ", only " + values.size() + " in all");
            }
            next = number + 1;
            highest = Math.max(highest, number);
            text.append(written(new Verb(matcher), values.get(number - 1)));
        }
        if (highest < values.size()) {
            throw new ValueException("there are too many values: only " + highest + " are used");
        }
        return text.append(format, place, format.length()).toString();
    }

    private static void literal(Matcher matcher, StringBuilder text) {
        if (matcher.group().length() != 2) {
            throw new ValueException(0, "the form is malformed: " + matcher.group());
        }
        text.append('%');
    }

    /** A verb, with its flags, width and precision; -1 stands for none. */
    private record Verb(String flags, int width, int precision, char mode) {
        Verb(Matcher matcher) {
            this(
                    matcher.group(1),
                    matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2)),
                    matcher.group(3) == null ? -1 : precision(matcher.group(3)),
                    matcher.group(5).charAt(0));
        }

        private static int precision(String written) {
            return written.length() == 1 ? 0 : Integer.parseInt(written.substring(1));
        }

        boolean has(char flag) {
            return flags.indexOf(flag) >= 0;
        }
    }

    private static String written(Verb verb, HclValue value) {
        if (verb.mode() == 'v') {
            return padded(verb, asIs(verb, value));
        }
        if (value.isNull()) {
            throw new ValueException("%" + verb.mode() + " can't write null");
        }
        return switch (verb.mode()) {
            case 't' -> Conversion.text(Conversion.convert(value, Primitive.BOOL));
            case 's' -> padded(verb, shortened(verb, Conversion.text(value)));
            case 'q' -> padded(verb, JsonText.of(new HclValue.Text(shortened(verb, Conversion.text(value)))));
            case 'd', 'b', 'o', 'x', 'X' -> signed(verb, whole(verb, number(value)));
            case 'e', 'E', 'f', 'g', 'G' -> signed(verb, Digits.written(number(value), verb.mode(), verb.precision()));
            default -> throw new ValueException(0, "there is no verb %" + verb.mode());
        };
    }

    private static HclValue.Num number(HclValue value) {
        return (HclValue.Num) Conversion.convert(value, Primitive.NUMBER);
    }

    private static String asIs(Verb verb, HclValue value) {
        if (!verb.has('#') && value instanceof HclValue.Text text) {
            return text.value();
        }
        if (!verb.has('#') && value instanceof HclValue.Num number) {
            return Digits.written(number, 'g', -1);
        }
        return JsonText.of(value);
    }

    private static String shortened(Verb verb, String text) {
        List<String> clusters = Graphemes.of(text);
        boolean cut = verb.precision() > 0 && verb.precision() < clusters.size();
        return cut ? String.join("", clusters.subList(0, verb.precision())) : text;
    }

    private static String padded(Verb verb, String text) {
        int missing = verb.width() - Graphemes.count(text);
        if (missing <= 0) {
            return text;
        }
        String padding = (verb.has('0') ? "0" : " ").repeat(missing);
        return verb.has('-') ? text + padding : padding + text;
    }

    private static String whole(Verb verb, HclValue.Num number) {
        if (number.value().scale() > 0) {
            throw new ValueException("%" + verb.mode() + " needs a whole number, not " + number.text());
        }
        BigInteger value = number.value().toBigIntegerExact();
        int base = switch (verb.mode()) {
            case 'b' -> 2;
            case 'o' -> 8;
            case 'd' -> 10;
            default -> 16;
        };
        String digits = value.abs().toString(base);
        String prefix = verb.has('#') ? prefix(verb.mode()) : "";
        String upper = verb.mode() == 'X' ? digits.toUpperCase(java.util.Locale.ROOT) : digits;
        String zeros = "0".repeat(Math.max(0, verb.precision() - digits.length()));
        return (value.signum() < 0 ? "-" : "") + prefix + zeros + upper;
    }

    private static String prefix(char mode) {
        return switch (mode) {
            case 'b' -> "0b";
            case 'o' -> "0";
            case 'x' -> "0x";
            case 'X' -> "0X";
            default -> "";
        };
    }

    /** Puts a sign before a number, and zeros behind it. */
    private static String signed(Verb verb, String digits) {
        boolean negative = digits.startsWith("-");
        String sign = negative ? "-" : verb.has('+') ? "+" : verb.has(' ') ? " " : "";
        String unsigned = negative ? digits.substring(1) : digits;
        int missing = Math.max(0, verb.width() - sign.length() - unsigned.length());
        if (verb.has('-')) {
            return sign + unsigned + " ".repeat(missing);
        }
        boolean zeros = verb.has('0') && !(verb.precision() >= 0 && "dboxX".indexOf(verb.mode()) >= 0);
        return zeros ? sign + "0".repeat(missing) + unsigned : " ".repeat(missing) + sign + unsigned;
    }
}
