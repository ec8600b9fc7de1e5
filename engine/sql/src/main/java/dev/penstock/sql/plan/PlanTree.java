package dev.penstock.sql.plan;

import dev.penstock.spi.value.Json;
import dev.penstock.sql.execute.OperatorMeter;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.externalize.RelWriterImpl;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/**
 * A plan as people read it.
 *
 * @param name the operator
 * @param terms what it does, by name
 * @param meter what it did, if it was measured
 * @param inputs what it reads from
 */
record PlanTree(String name, Map<String, String> terms, Optional<OperatorMeter> meter, List<PlanTree> inputs) {

    /** The tree of a plan. */
    static PlanTree of(RelNode node, Meters meters) {
        return of(node, meters, new HashSet<>());
    }

    /** What is shared stands below the first reference to it. */
    private static PlanTree of(RelNode node, Meters meters, Set<SharedQuery.Source> shown) {
        List<RelNode> inputs = node instanceof SharedQuery shared && shown.add(shared.source())
                ? List.of(shared.source().plan())
                : node.getInputs();
        var terms = new Terms();
        node.explain(terms);
        return new PlanTree(
                node.getRelTypeName().replace("Logical", ""),
                terms.values,
                meters.of(node),
                inputs.stream().map(input -> of(input, meters, shown)).toList());
    }

    /** One operator to a line, what it reads from below it, indented. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        addTo(lines, "");
        return lines;
    }

    private void addTo(List<String> lines, String indent) {
        var line = new StringBuilder(indent).append(name);
        if (!terms.isEmpty()) {
            var parts = new ArrayList<String>();
            terms.forEach((term, value) -> parts.add(term + "=[" + value + "]"));
            line.append('(').append(String.join(", ", parts)).append(')');
        }
        meter.ifPresent(done ->
                line.append(String.format(Locale.ROOT, "  (rows=%d time=%.1f ms)", done.rows(), ownNanos() / 1e6)));
        lines.add(line.toString());
        inputs.forEach(input -> input.addTo(lines, indent + "  "));
    }

    /** The time in the operator itself. */
    private long ownNanos() {
        long below = inputs.stream()
                .flatMap(input -> input.meter.stream())
                .mapToLong(OperatorMeter::nanos)
                .sum();
        return Math.max(0, meter.map(OperatorMeter::nanos).orElse(0L) - below);
    }

    /** The same as JSON, with PostgreSQL's names where it has them. */
    Json json() {
        var members = new LinkedHashMap<String, Json>();
        members.put("Node Type", Json.text(name));
        terms.forEach((term, value) -> members.put(term, Json.text(value)));
        meter.ifPresent(done -> {
            members.put("Actual Rows", Json.number(BigDecimal.valueOf(done.rows())));
            members.put("Actual Own Time", Json.number(BigDecimal.valueOf(ownNanos() / 1000, 3)));
        });
        if (!inputs.isEmpty()) {
            members.put("Plans", Json.array(inputs.stream().map(PlanTree::json).toList()));
        }
        return Json.object(members);
    }

    /** Hears what a node says of itself. */
    private static final class Terms extends RelWriterImpl {
        private final Map<String, String> values = new LinkedHashMap<>();

        Terms() {
            super(new PrintWriter(Writer.nullWriter()), SqlExplainLevel.EXPPLAN_ATTRIBUTES, false);
        }

        @Override
        protected void explain_(RelNode node, List<Pair<String, @Nullable Object>> terms) {
            for (Pair<String, @Nullable Object> term : terms) {
                if (!(term.right instanceof RelNode)) {
                    // Without what Calcite adds for itself.
                    values.put(term.left, String.valueOf(term.right).replace("_UTF-8'", "'"));
                }
            }
        }
    }
}
