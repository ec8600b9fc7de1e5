package dev.penstock.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of one thing: a line for each attribute, long texts below. Empty ones are left out.
 *
 * @param values by name, in the order in which they are shown
 */
public record Attributes(Map<String, String> values) {

    /** Copies the values and keeps their order. */
    public Attributes {
        values = new LinkedHashMap<>(values);
    }

    /** Writes them. */
    public void print(Terminal terminal, ListStyle style) throws IOException {
        print(List.of(this), terminal, style);
    }

    /** Writes them for people, or as JSON. */
    public void print(Terminal terminal, boolean asJson) throws IOException {
        print(terminal, asJson ? ListStyle.JSON : ListStyle.PRETTY);
    }

    /** Writes those of several things, of which the same is known. */
    public static void print(List<Attributes> things, Terminal terminal, ListStyle style) throws IOException {
        if (style.isForPrograms()) {
            new NameTable(
                            List.copyOf(things.get(0).values.keySet()),
                            things.stream()
                                    .map(thing -> List.copyOf(thing.values.values()))
                                    .toList())
                    .print(terminal, style);
            return;
        }
        try (Writer out = terminal.untrusted()) {
            for (int i = 0; i < things.size(); i++) {
                out.write(i == 0 ? "" : "\n");
                things.get(i).write(out);
            }
        }
    }

    private void write(Writer out) throws IOException {
        int width = values.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        for (var attribute : values.entrySet()) {
            String text = attribute.getValue().strip();
            if (text.contains("\n")) {
                out.write("\n" + label(attribute.getKey()) + "\n\n" + text + "\n");
            } else if (!text.isEmpty()) {
                String label = label(attribute.getKey());
                out.write(label + " ".repeat(width - label.length()) + text + "\n");
            }
        }
    }

    private static String label(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + ":";
    }
}
