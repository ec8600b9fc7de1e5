package dev.penstock.controls.mod;

import dev.penstock.hcl.Body;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Diagnostic;
import dev.penstock.hcl.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which blocks and attributes a mod may have. */
final class ModSchema {
    private static final String COMMON = "title description documentation tags max_concurrency ";
    private static final String IN_TREE = COMMON + "database search_path search_path_prefix ";
    private static final String VISIBLE = IN_TREE + "width display type base ";
    private static final String ASKING = VISIBLE + "sql query args ";
    private static final String PARTS =
            "card chart container benchmark control detection flow graph hierarchy image input table text ";

    private static final Map<String, Shape> SHAPES = new HashMap<>();

    /** What a block of one type may have. */
    private record Shape(Label label, Set<String> attributes, Set<String> blocks) {}

    private enum Label {
        NONE,
        NAME,
        /** A path or another text that is no name. */
        TEXT
    }

    /** Types of blocks that define something under a name of its own. */
    static final Set<String> RESOURCES = Set.of(
            "query",
            "control",
            "benchmark",
            "detection",
            "dashboard",
            "card",
            "chart",
            "container",
            "flow",
            "graph",
            "hierarchy",
            "image",
            "input",
            "table",
            "text",
            "node",
            "edge",
            "category");

    static {
        define("mod", Label.NAME, IN_TREE + "color icon categories", "opengraph require requires");
        define("opengraph", Label.NONE, "title description image", "");
        define("require", Label.NONE, "", "powerpipe steampipe flowpipe plugin mod");
        define("requires", Label.NONE, "", "powerpipe steampipe flowpipe plugin mod");
        define("powerpipe", Label.NONE, "min_version", "");
        define("steampipe", Label.NONE, "min_version", "");
        define("flowpipe", Label.NONE, "min_version", "");
        define("plugin", Label.TEXT, "min_version version", "");
        define("require mod", Label.TEXT, "version branch tag path args database search_path search_path_prefix", "");
        define("variable", Label.NAME, "type default description title tags enum format sensitive", "");
        define("query", Label.NAME, IN_TREE + "sql args", "param");
        define("param", Label.NAME, "description default", "");
        define("control", Label.NAME, ASKING + "severity", "param");
        define("detection", Label.NAME, ASKING + "severity display_columns", "param");
        define("benchmark", Label.NAME, VISIBLE + "children", "");
        define("dashboard", Label.NAME, VISIBLE, PARTS + "with");
        define("container", Label.NAME, VISIBLE, PARTS + "with");
        define("with", Label.NAME, COMMON + "sql query args base", "param");
        part("card", "label value icon href", "");
        part("chart", "grouping transform", "series axes legend");
        part("flow", "nodes edges", "node edge category");
        part("graph", "nodes edges direction", "node edge category");
        part("hierarchy", "nodes edges", "node edge category");
        part("image", "src alt", "");
        part("input", "label placeholder", "option");
        part("table", "", "column");
        part("text", "value", "");
        part("node", "category", "category");
        part("edge", "category", "category");
        define("category", Label.NAME, VISIBLE + "color href icon depth", "fold property");
        define("property", Label.TEXT, "display href wrap", "");
        define("fold", Label.NONE, "threshold title icon", "");
        define("column", Label.TEXT, "display href wrap", "");
        define("option", Label.TEXT, "label", "");
        define("series", Label.TEXT, "title color display", "point");
        define("point", Label.TEXT, "color", "");
        define("legend", Label.NONE, "display position", "");
        define("axes", Label.NONE, "", "x y");
        define("x", Label.NONE, "min max", "title labels");
        define("y", Label.NONE, "min max", "title labels");
        define("title", Label.NONE, "display align value", "");
        define("labels", Label.NONE, "display format rotation", "");
    }

    private ModSchema() {}

    private static void part(String type, String attributes, String blocks) {
        define(type, Label.NAME, ASKING + attributes, "with param " + blocks);
    }

    private static void define(String type, Label label, String attributes, String blocks) {
        SHAPES.put(type, new Shape(label, words(attributes), words(blocks)));
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.strip().split(" ", -1));
    }

    /** Whether blocks of this type have an attribute of this name. */
    static boolean hasAttribute(String type, String name) {
        Shape shape = SHAPES.get(type);
        return shape != null && shape.attributes().contains(name);
    }

    /** The attributes that blocks of this type may have. */
    static Set<String> attributes(String type) {
        Shape shape = SHAPES.get(type);
        return shape == null ? Set.of() : shape.attributes();
    }

    /** What is wrong with the form of a block that stands outside of all others, all the way down. */
    static List<Diagnostic> check(Block block) {
        List<Diagnostic> found = new ArrayList<>();
        var known = new TreeSet<>(RESOURCES);
        known.addAll(Set.of("mod", "variable", "locals"));
        known.remove("container");
        if (known.contains(block.type())) {
            check(block, block.type(), true, found);
        } else {
            found.add(block.header()
                    .problem(
                            "there are no blocks " + block.type() + " outside of others",
                            Suggestion.of(block.type(), known)));
        }
        return found;
    }

    private static void check(Block block, String type, boolean outermost, List<Diagnostic> found) {
        Shape shape = SHAPES.get(type);
        if (shape == null) {
            return;
        }
        label(block, shape, outermost, found);
        Body body = block.body();
        body.attributes().values().forEach(attribute -> {
            if (!shape.attributes().contains(attribute.name())) {
                found.add(attribute
                        .nameSpan()
                        .problem(
                                "a " + block.type() + " has no attribute " + attribute.name(),
                                shape.blocks().contains(attribute.name())
                                        ? "write it as a block, without \"=\""
                                        : Suggestion.of(attribute.name(), shape.attributes())));
            }
        });
        for (Block inner : body.blocks()) {
            if (shape.blocks().contains(inner.type())) {
                String path =
                        block.type().startsWith("require") && inner.type().equals("mod") ? "require mod" : inner.type();
                check(inner, path, false, found);
            } else {
                found.add(inner.header()
                        .problem(
                                "a " + block.type() + " has no blocks " + inner.type(),
                                shape.attributes().contains(inner.type())
                                        ? "write it as an attribute, with \"=\""
                                        : Suggestion.of(inner.type(), shape.blocks())));
            }
        }
    }

    private static void label(Block block, Shape shape, boolean outermost, List<Diagnostic> found) {
        int count = block.labels().size();
        boolean mayLack =
                !outermost && shape.label() == Label.NAME && !block.type().equals("param");
        boolean fits = shape.label() == Label.NONE ? count == 0 : count == 1 || (count == 0 && mayLack);
        if (!fits) {
            found.add(block.header()
                    .problem(
                            shape.label() == Label.NONE
                                    ? "a block " + block.type() + " has no name"
                                    : "a " + block.type() + " needs one name in quotes",
                            ""));
        } else if (count == 1
                && shape.label() == Label.NAME
                && !block.labels().get(0).matches("[A-Za-z_][A-Za-z0-9_-]*")) {
            found.add(block.header()
                    .problem(
                            "\"" + block.labels().get(0) + "\" can't be the name of a " + block.type(),
                            "a name is made of letters, digits, _ and -, and begins with a letter or _"));
        }
    }
}
