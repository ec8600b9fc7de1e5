package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.any;
import static dev.penstock.hcl.function.Arguments.string;
import static dev.penstock.hcl.function.Arguments.text;

import dev.penstock.hcl.Evaluation;
import dev.penstock.hcl.Expression;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.NamedScope;
import dev.penstock.hcl.Parser;
import dev.penstock.hcl.ValueException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;

/** Functions of files and of their names. */
final class FileFunctions {
    private final FileAccess files;
    private final Map<String, HclFunction> inTemplates;

    /** Functions that read these files; template files may call {@code inTemplates}. */
    FileFunctions(FileAccess files, Map<String, HclFunction> inTemplates) {
        this.files = files;
        this.inTemplates = Map.copyOf(inTemplates);
    }

    Map<String, HclFunction> all() {
        Map<String, HclFunction> all = new TreeMap<>();
        all.put("file", ofText(name -> new HclValue.Text(content(name))));
        all.put("filebase64", ofText(name -> new HclValue.Text(EncodingFunctions.base64(files.read(name)))));
        all.put(
                "fileexists",
                HclFunction.of(
                        Primitive.BOOL,
                        arguments -> HclValue.Bool.of(files.exists(string(arguments, 0))),
                        text("path")));
        all.put(
                "fileset",
                HclFunction.of(HclType.setOf(Primitive.STRING), this::fileSet, text("path"), text("pattern")));
        all.put("templatefile", HclFunction.of(Primitive.ANY, this::templateFile, text("path"), any("vars")));
        all.put("basename", ofText(name -> new HclValue.Text(baseName(name))));
        all.put("dirname", ofText(name -> new HclValue.Text(directory(name))));
        return all;
    }

    private static HclFunction ofText(java.util.function.Function<String, HclValue> function) {
        return HclFunction.of(Primitive.STRING, arguments -> function.apply(string(arguments, 0)), text("path"));
    }

    private String content(String name) {
        byte[] bytes = files.read(name);
        try {
            return EncodingFunctions.decoded(bytes, StandardCharsets.UTF_8);
        } catch (ValueException e) {
            throw new ValueException(0, name + ": " + e.problem());
        }
    }

    private HclValue fileSet(List<HclValue> arguments) {
        String pattern = string(arguments, 1);
        try {
            // In the reference two stars also stand for no folder at all.
            PathMatcher matcher = matcher(pattern);
            PathMatcher shorter = matcher(pattern.replace("**/", ""));
            List<HclValue.Text> found = files.below(string(arguments, 0)).stream()
                    .filter(file -> matcher.matches(Path.of(file)) || shorter.matches(Path.of(file)))
                    .map(HclValue.Text::new)
                    .toList();
            return HclValue.Sequence.set(Primitive.STRING, found);
        } catch (PatternSyntaxException e) {
            throw new ValueException(1, "the pattern " + pattern + " is malformed");
        }
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    /** The template file's value, with the entries of a map as its names. It can't read template files itself. */
    private HclValue templateFile(List<HclValue> arguments) {
        String name = string(arguments, 0);
        NamedScope.Builder scope = NamedScope.builder().functions(inTemplates);
        Arguments.dictionary(arguments, 1).entries().forEach(scope::value);
        try {
            Expression template = Parser.parseTemplate(name, content(name)).orThrow();
            Evaluation evaluation = scope.build().evaluator().evaluate(template);
            if (evaluation.isBroken()) {
                throw new HclException(evaluation.diagnostics());
            }
            return evaluation.value();
        } catch (HclException e) {
            throw new ValueException(0, String.valueOf(e.getMessage()));
        }
    }

    private static String baseName(String name) {
        if (name.isEmpty()) {
            return ".";
        }
        String trimmed = name.replaceAll("/+$", "");
        return trimmed.isEmpty() ? "/" : trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static String directory(String name) {
        int end = name.lastIndexOf('/');
        if (end < 0) {
            return ".";
        }
        String folder =
                Path.of(name.substring(0, end + 1)).normalize().toString().replace('\\', '/');
        return folder.isEmpty() ? "." : folder;
    }
}
