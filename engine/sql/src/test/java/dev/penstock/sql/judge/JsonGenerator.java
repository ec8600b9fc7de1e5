package dev.penstock.sql.judge;

import dev.penstock.sql.judge.JsonShapes.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** JSON texts: of a known shape, or anything, with double and odd keys, deep nesting and numbers of every size. */
final class JsonGenerator {
    private static final List<String> KEYS =
            List.of("a", "b", "Key", "Value", "aa", "", "ключ", "a b", "é", "x\"y", "Name", "0", "-1");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "1.0",
            "1.50",
            "-1",
            "1e3",
            "1E-5",
            "2147483648",
            "12345678901234567890123",
            "0.1",
            "100",
            "1.10e2");

    private final Random random;
    private final JsonShapes shapes;
    private final AwkwardValues values;

    JsonGenerator(Random random, JsonShapes shapes, AwkwardValues values) {
        this.random = random;
        this.shapes = shapes;
        this.values = values;
    }

    /** A document for a column. */
    String column(String name) {
        Shape shape = shapes.of(name);
        return shape == null ? anything(3) : shaped(shape, true);
    }

    private String shaped(Shape shape, boolean top) {
        if (!top && random.nextInt(40) == 0) {
            return anything(1);
        }
        Shape element = shape.element;
        if (element != null && (shape.members.isEmpty() || random.nextInt(5) > 0)) {
            var elements = new ArrayList<String>();
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(shaped(element, false));
            }
            return "[" + String.join(", ", elements) + "]";
        }
        if (!shape.members.isEmpty()) {
            return object(shape);
        }
        return leaf(shape);
    }

    private String object(Shape shape) {
        var members = new ArrayList<String>();
        for (Map.Entry<String, Shape> member : shape.members.entrySet()) {
            if (random.nextInt(7) > 0) {
                members.add(quoted(member.getKey()) + ": " + shaped(member.getValue(), false));
            }
        }
        if (random.nextInt(6) == 0) {
            members.add(quoted(pick(KEYS)) + ": " + anything(1));
        }
        return "{" + String.join(", ", members) + "}";
    }

    private String leaf(Shape shape) {
        if (!shape.values.isEmpty() && random.nextInt(8) > 0) {
            String value = pick(List.copyOf(shape.values));
            boolean bare = value.equals("true") || value.equals("false") || value.matches("\\d{1,9}");
            return bare && random.nextBoolean() ? value : quoted(value);
        }
        return switch (shape.cast) {
            case "bool", "boolean" -> random.nextBoolean() ? "true" : "\"false\"";
            case "int", "integer", "int4", "int8", "bigint", "numeric", "float", "money" ->
                String.valueOf(random.nextInt(200));
            case "timestamp", "timestamptz", "date" -> quoted(values.time());
            case "cidr", "inet" -> quoted(values.network(true));
            default -> scalar();
        };
    }

    private String anything(int depth) {
        int kind = depth == 0 ? 2 : random.nextInt(3);
        if (kind == 2) {
            return scalar();
        }
        var parts = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add((kind == 0 ? quoted(pick(KEYS)) + ": " : "") + anything(depth - 1));
        }
        return kind == 0 ? "{" + String.join(", ", parts) + "}" : "[" + String.join(",", parts) + "]";
    }

    private String scalar() {
        return switch (random.nextInt(8)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "false";
            case 3, 4 -> pick(NUMBERS);
            default -> quoted(values.text());
        };
    }

    private String pick(List<String> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    /** A JSON text literal. */
    static String quoted(@Nullable String text) {
        var out = new StringBuilder("\"");
        for (char c : String.valueOf(text).toCharArray()) {
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
