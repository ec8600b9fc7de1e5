package dev.penstock.hcl.function;

import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON to values: arrays to tuples, objects to objects. */
public final class JsonReader {
    private static final int DEEPEST = 400;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

    private final String json;
    private int place;
    private int depth;

    private JsonReader(String json) {
        this.json = json;
    }

    /**
     * The value that a text spells.
     *
     * @throws ValueException if it is no JSON
     */
    public static HclValue read(String json) {
        var reader = new JsonReader(json);
        HclValue value = reader.value();
        reader.blanks();
        if (reader.place < json.length()) {
            throw reader.problem("there is more behind the value");
        }
        return value;
    }

    private ValueException problem(String what) {
        return new ValueException(0, "this is no JSON, at character " + (place + 1) + ": " + what);
    }

    private void blanks() {
        while (place < json.length() && " \t\r\n".indexOf(json.charAt(place)) >= 0) {
            place++;
        }
    }

    private boolean take(String word) {
        blanks();
        boolean there = json.startsWith(word, place);
        place += there ? word.length() : 0;
        return there;
    }

    private HclValue value() {
        if (take("{")) {
            return object();
        }
        if (take("[")) {
            return array();
        }
        if (take("\"")) {
            return new HclValue.Text(string());
        }
        if (take("true")) {
            return HclValue.Bool.TRUE;
        }
        if (take("false")) {
            return HclValue.Bool.FALSE;
        }
        return take("null") ? HclValue.Null.NULL : number();
    }

    private HclValue number() {
        Matcher matcher = NUMBER.matcher(json).region(place, json.length());
        if (!matcher.lookingAt()) {
            throw problem("a value is needed");
        }
        place = matcher.end();
        return HclValue.Num.parse(matcher.group());
    }

    private void down() {
        depth++;
        if (depth > DEEPEST) {
            throw problem("it nests deeper than " + DEEPEST + " levels");
        }
    }

    private HclValue array() {
        down();
        List<HclValue> elements = new ArrayList<>();
        if (!take("]")) {
            do {
                elements.add(value());
            } while (take(","));
            expect("]");
        }
        depth--;
        return HclValue.Sequence.tuple(elements);
    }

    private HclValue object() {
        down();
        Map<String, HclValue> entries = new LinkedHashMap<>();
        if (!take("}")) {
            do {
                expect("\"");
                String key = string();
                expect(":");
                entries.put(key, value());
            } while (take(","));
            expect("}");
        }
        depth--;
        return HclValue.Dictionary.object(entries);
    }

    private void expect(String word) {
        if (!take(word)) {
            throw problem(word + " is needed");
        }
    }

    private String string() {
        var text = new StringBuilder();
        while (place < json.length() && json.charAt(place) != '"') {
            char c = json.charAt(place++);
            if (c < 0x20) {
                throw problem("a control character stands in a text");
            }
            text.append(c == '\\' ? escaped() : c);
        }
        if (place >= json.length()) {
            throw problem("a text has no end");
        }
        place++;
        return paired(text);
    }

    private char escaped() {
        if (place >= json.length()) {
            throw problem("a text has no end");
        }
        char c = json.charAt(place++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw problem("\\" + c + " is no escape");
        };
    }

    private char hexadecimal() {
        int end = Math.min(json.length(), place + 4);
        String digits = json.substring(place, end);
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw problem("\\u needs four digits");
        }
        place = end;
        return (char) Integer.parseInt(digits, 16);
    }

    /** Halves of characters that stand alone become the replacement character. */
    private static String paired(StringBuilder text) {
        return text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
