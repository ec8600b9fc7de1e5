package dev.penstock.sql.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the JSON columns of generated rows look like, by column name, so that statements that drill find something. */
public final class JsonShapes {
    private static final Pattern STEP = Pattern.compile("\\[]|\\.?[^.\\[\\]]+");
    private static final Pattern DRILLING = Pattern.compile("(jsonb?_array_elements(?:_text)?\\s*\\(\\s*)?"
            + "[(\\s]*(?:\\b\\w+\\.)?\"?\\b([a-z_]\\w*)\"?"
            + "((?:[\\s)]*(?:->>?\\s*(?:'[^']*'|\\d+)|#>>?\\s*'\\{[^']*}'|\\['[^']*']))*)"
            + "(?:[\\s)]*(?:::\\s*(\\w+)))?"
            + "(?:[\\s)]*(?:=|<>|!=|in|like|~|@>|\\?)\\s*\\(?\\s*('[^']*'(?:\\s*,\\s*'[^']*')*))?"
            + "(?:\\s*\\)\\s*(?:with\\s+ordinality\\s+)?(?:as\\s+)?(\\w+))?");
    private static final Pattern PATH_STEP =
            Pattern.compile("->>?\\s*(?:'([^']*)'|(\\d+))|#>>?\\s*'\\{([^']*)}'|\\['([^']*)']");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

    private final Map<String, Shape> columns = new LinkedHashMap<>();

    /** One value: what it holds, as far as is known. */
    static final class Shape {
        final Map<String, Shape> members = new LinkedHashMap<>();
        final Set<String> values = new LinkedHashSet<>();

        @Nullable
        Shape element;

        String cast = "";

        Shape member(String name) {
            return members.computeIfAbsent(name, key -> new Shape());
        }

        Shape element() {
            Shape known = element;
            if (known == null) {
                known = new Shape();
                element = known;
            }
            return known;
        }
    }

    /** The shape of a column, if anything is known of it. */
    @Nullable
    Shape of(String column) {
        return columns.get(column);
    }

    /** Reads lines such as {@code policy_std.Statement[].Effect = Allow | Deny}. */
    public static JsonShapes read(Path file) throws IOException {
        var shapes = new JsonShapes();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] halves = line.split(" = ", 2);
                Shape shape = shapes.path(halves[0].strip());
                if (halves.length == 2) {
                    shape.values.addAll(List.of(halves[1].strip().split(" \\| ", -1)));
                }
            }
        }
        return shapes;
    }

    private Shape path(String path) {
        Matcher step = STEP.matcher(path);
        Shape shape = null;
        while (step.find()) {
            String name = step.group();
            name = name.startsWith(".") ? name.substring(1) : name;
            if (shape == null) {
                shape = columns.computeIfAbsent(name, key -> new Shape());
            } else {
                shape = name.equals("[]") ? shape.element() : shape.member(name);
            }
        }
        if (shape == null) {
            throw new IllegalArgumentException("no path: " + path);
        }
        return shape;
    }

    /** Adds what statements look for: the members they drill to, the values they compare with, the types they cast to. */
    public JsonShapes sought(List<String> statements) {
        for (String sql : statements) {
            var aliases = new LinkedHashMap<String, Shape>();
            for (int round = 0; round < 3; round++) {
                Matcher drilling = DRILLING.matcher(sql);
                while (drilling.find()) {
                    drill(drilling, aliases);
                }
            }
        }
        return this;
    }

    private void drill(Matcher found, Map<String, Shape> aliases) {
        boolean unnested = found.group(1) != null;
        String steps = found.group(3);
        boolean known = aliases.containsKey(found.group(2));
        if (steps.isEmpty() && !unnested && !known) {
            return;
        }
        Shape shape = aliases.get(found.group(2));
        if (shape == null) {
            shape = columns.computeIfAbsent(found.group(2), key -> new Shape());
        }
        Matcher step = PATH_STEP.matcher(steps);
        while (step.find()) {
            shape = next(shape, step);
        }
        if (unnested) {
            shape = shape.element();
            if (found.group(6) != null) {
                aliases.put(found.group(6), shape);
            }
        }
        if (found.group(4) != null) {
            shape.cast = found.group(4);
        }
        if (found.group(5) != null) {
            var values = new ArrayList<String>();
            Matcher literal = LITERAL.matcher(found.group(5));
            while (literal.find()) {
                values.add(literal.group(1).replace("%", ""));
            }
            shape.values.addAll(values);
        }
    }

    private static Shape next(Shape shape, Matcher step) {
        if (step.group(2) != null) {
            return shape.element();
        }
        if (step.group(3) != null) {
            Shape reached = shape;
            for (String name : step.group(3).split(",", -1)) {
                reached = name.strip().matches("\\d+") ? reached.element() : reached.member(name.strip());
            }
            return reached;
        }
        return shape.member(step.group(1) == null ? step.group(4) : step.group(1));
    }
}
