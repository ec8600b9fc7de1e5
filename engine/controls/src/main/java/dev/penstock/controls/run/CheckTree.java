package dev.penstock.controls.run;

import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ReportNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a run is about.
 *
 * @param roots one for each name that was asked for
 */
public record CheckTree(List<CheckNode> roots) {

    /** Copies the roots. */
    public CheckTree {
        roots = List.copyOf(roots);
    }

    /** Every control, once, in the order of the tree. */
    public List<Control> controls() {
        Map<String, Control> controls = new LinkedHashMap<>();
        roots.forEach(root -> collect(root, controls));
        return List.copyOf(controls.values());
    }

    private static void collect(CheckNode node, Map<String, Control> controls) {
        if (node instanceof Control control) {
            controls.putIfAbsent(control.fullName(), control);
        } else if (node instanceof Benchmark benchmark) {
            benchmark.children().forEach(child -> collect(child, controls));
        }
    }

    /** The same tree with only some of its controls, and only benchmarks that hold one. */
    public CheckTree keeping(Predicate<Control> wanted) {
        return new CheckTree(kept(roots, wanted));
    }

    private static List<CheckNode> kept(List<CheckNode> nodes, Predicate<Control> wanted) {
        var kept = new ArrayList<CheckNode>();
        for (CheckNode node : nodes) {
            if (node instanceof Benchmark benchmark) {
                List<CheckNode> children = kept(benchmark.children(), wanted);
                if (!children.isEmpty()) {
                    kept.add(benchmark.withChildren(children));
                }
            } else if (node instanceof Control control && wanted.test(control)) {
                kept.add(control);
            }
        }
        return kept;
    }

    /** The tree with what was found of each control. */
    List<ReportNode> report(Function<Control, ReportNode> found) {
        return roots.stream().map(root -> report(root, found)).toList();
    }

    private static ReportNode report(CheckNode node, Function<Control, ReportNode> found) {
        if (node instanceof Control control) {
            return found.apply(control);
        }
        Benchmark benchmark = (Benchmark) node;
        return new ReportNode.Group(
                benchmark,
                benchmark.children().stream().map(child -> report(child, found)).toList());
    }
}
