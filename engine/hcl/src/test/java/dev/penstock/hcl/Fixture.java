package dev.penstock.hcl;

import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.function.FolderFiles;
import dev.penstock.hcl.function.StandardFunctions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An input of ours, and what the reference made of it. The folder's README says how the files are written.
 *
 * @param name the file and the name in it
 */
record Fixture(String name, String input, String expected) {
    private static final Path REFERENCE = Path.of("src/test/resources/reference");
    private static final Pattern BYTES = Pattern.compile("⟦([0-9A-F]+)⟧");
    private static final Pattern ENDS_IN_BYTES = Pattern.compile(BYTES.pattern() + "\n\\z");

    static List<Fixture> all() {
        try (Stream<Path> files = Files.list(REFERENCE.resolve("fixtures"))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(file -> in(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Fixture> in(Path file) {
        List<Fixture> fixtures = new ArrayList<>();
        try {
            for (String part : ("\n" + Files.readString(file)).split("\n=== ", -1)) {
                int name = part.indexOf('\n');
                int answer = part.indexOf("\n---\n");
                if (answer >= 0) {
                    fixtures.add(new Fixture(
                            file.getFileName() + ": " + part.substring(0, name),
                            part.substring(name + 1, answer + 1),
                            part.substring(answer + "\n---\n".length()).stripTrailing()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fixtures;
    }

    /** What we make of the input. */
    String answer() {
        Parsed<Body> parsed = Parser.parse("fixture.hcl", bytes());
        return parsed.diagnostics().isEmpty() ? Rendered.of(parsed.value(), scope().evaluator()) : "error";
    }

    private byte[] bytes() {
        boolean cut = input.endsWith("⟧\n") && !ENDS_IN_BYTES.matcher(input).find();
        String text = cut ? input.substring(0, input.length() - 2) : input;
        var bytes = new ByteArrayOutputStream();
        Matcher matcher = BYTES.matcher(text);
        int place = 0;
        while (matcher.find()) {
            bytes.writeBytes(text.substring(place, matcher.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(HexFormat.of().parseHex(matcher.group(1)));
            place = matcher.end();
        }
        bytes.writeBytes(text.substring(place).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** The names that fixtures may use; the program of the reference has the same. */
    static NamedScope scope() {
        try {
            NamedScope.Builder scope = NamedScope.builder()
                    .functions(StandardFunctions.of(
                            FolderFiles.below(REFERENCE.resolve("files")), Clock.systemUTC(), Map.of()));
            variables().forEach(scope::value);
            return scope.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, HclValue> variables() {
        Map<String, HclValue> variables = new LinkedHashMap<>();
        variables.put("text", text("text"));
        variables.put("five", HclValue.Num.of(5));
        variables.put("yes", HclValue.Bool.TRUE);
        variables.put("none", new HclValue.Null(Primitive.STRING));
        variables.put("names", HclValue.Sequence.tuple(List.of(text("b"), text("a"))));
        variables.put("list", HclValue.Sequence.list(Primitive.STRING, List.of(text("x"), text("y"))));
        variables.put(
                "numbers",
                HclValue.Sequence.list(Primitive.NUMBER, List.of(HclValue.Num.parse("1"), HclValue.Num.parse("2.5"))));
        variables.put("set", HclValue.Sequence.set(Primitive.STRING, List.of(text("q"), text("p"))));
        variables.put("map", HclValue.Dictionary.map(Primitive.STRING, Map.of("k", text("v"), "a b", text("w"))));
        variables.put("empty", HclValue.Sequence.list(Primitive.STRING, List.of()));
        variables.put(
                "object",
                HclValue.Dictionary.object(Map.of(
                        "name", text("n"), "size", HclValue.Num.of(3), "gone", new HclValue.Null(Primitive.STRING))));
        HclValue ann = person("Ann", text("t1"));
        variables.put("people", HclValue.Sequence.list(ann.type(), List.of(ann, person("Bob"))));
        variables.put("unknown", HclValue.Unknown.ANY);
        variables.put("unknown_text", new HclValue.Unknown(Primitive.STRING));
        variables.put("unknown_number", new HclValue.Unknown(Primitive.NUMBER));
        variables.put("unknown_bool", new HclValue.Unknown(Primitive.BOOL));
        variables.put("unknown_list", new HclValue.Unknown(HclType.listOf(Primitive.STRING)));
        variables.put("unknown_map", new HclValue.Unknown(HclType.mapOf(Primitive.STRING)));
        return variables;
    }

    private static HclValue person(String name, HclValue... tags) {
        return HclValue.Dictionary.object(
                Map.of("name", text(name), "tags", HclValue.Sequence.list(Primitive.STRING, List.of(tags))));
    }

    private static HclValue text(String value) {
        return new HclValue.Text(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
