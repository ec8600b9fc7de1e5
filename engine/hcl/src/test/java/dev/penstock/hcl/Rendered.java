package dev.penstock.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values as the program of the reference writes them, to compare the two as text. */
final class Rendered {
    private static final String ERROR = "{\"$error\":true}";

    private Rendered() {}

    static String of(HclValue value) {
        if (value instanceof HclValue.Text text) {
            return quoted(text.value());
        }
        if (value instanceof HclValue.Num number) {
            return number.text();
        }
        if (value instanceof HclValue.Bool bool) {
            return String.valueOf(bool.value());
        }
        if (value instanceof HclValue.Sequence sequence) {
            return "["
                    + String.join(
                            ",", sequence.elements().stream().map(Rendered::of).toList()) + "]";
        }
        if (value instanceof HclValue.Dictionary dictionary) {
            Map<String, String> entries = new TreeMap<>(KeyOrder::compare);
            dictionary.entries().forEach((key, element) -> entries.put(key, of(element)));
            return of(entries);
        }
        return value.isNull() ? "null" : "{\"$unknown\":true}";
    }

    /** A value, or that there is none. */
    static String of(Evaluation evaluation) {
        return evaluation.isBroken() ? ERROR : of(evaluation.value());
    }

    /** All attributes and blocks of a body. */
    static String of(Body body, Evaluator evaluator) {
        Map<String, String> entries = new TreeMap<>(KeyOrder::compare);
        body.attributes().forEach((name, attribute) -> entries.put(name, of(evaluator.evaluate(attribute.value()))));
        List<String> blocks = new ArrayList<>();
        for (Body.Block block : body.blocks()) {
            List<String> words = new ArrayList<>();
            words.add(quoted(block.type()));
            block.labels().forEach(label -> words.add(quoted(label)));
            blocks.add("[[" + String.join(",", words) + "]," + of(block.body(), evaluator) + "]");
        }
        if (!blocks.isEmpty()) {
            entries.put("$blocks", "[" + String.join(",", blocks) + "]");
        }
        return of(entries);
    }

    private static String of(Map<String, String> entries) {
        List<String> written = new ArrayList<>();
        entries.forEach((key, value) -> written.add(quoted(key) + ":" + value));
        return "{" + String.join(",", written) + "}";
    }

    static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
