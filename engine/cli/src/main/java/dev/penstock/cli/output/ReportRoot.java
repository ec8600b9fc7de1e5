package dev.penstock.cli.output;

import dev.penstock.controls.model.Benchmark;
import dev.penstock.controls.model.CheckNode;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.ReportNode;
import java.util.List;
import java.util.Map;

/** The one root of a document that has only one. */
public final class ReportRoot {
    private ReportRoot() {}

    /** The root of the report; several of them are joined under a benchmark that bears the mod's name. */
    static ReportNode of(CheckReport report, String mod) {
        if (report.roots().size() == 1) {
            return report.roots().get(0);
        }
        List<CheckNode> children = report.roots().stream().map(ReportNode::node).toList();
        return new ReportNode.Group(new Benchmark(mod, "root", mod, "", "", Map.of(), children), report.roots());
    }

    /** The name of a control as reports give it: the mod's name stands only before those of other mods. */
    public static String controlId(CheckNode control, String mod) {
        return control.mod().equals(mod) ? "control." + control.name() : control.fullName();
    }
}
