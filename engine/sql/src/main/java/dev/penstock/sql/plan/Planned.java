package dev.penstock.sql.plan;

import dev.penstock.scan.ScanPermissions;
import dev.penstock.scan.ScanRequest;
import dev.penstock.spi.value.Json;
import dev.penstock.sql.execute.Operator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.calcite.rel.RelNode;

/** A statement that can be run. */
public final class Planned {
    private final Operator operator;
    private final List<Planner.Column> columns;
    private final List<ScanOperator> scans;
    private final RelNode tree;
    private final Meters meters;

    Planned(Operator operator, List<Planner.Column> columns, List<ScanOperator> scans, RelNode tree, Meters meters) {
        this.operator = operator;
        this.columns = columns;
        this.scans = scans;
        this.tree = tree;
        this.meters = meters;
    }

    /** What runs it. */
    public Operator operator() {
        return operator;
    }

    /** Its output. */
    public List<Planner.Column> columns() {
        return columns;
    }

    /** Adds what its scans ask of each connection. */
    public void requests(Map<String, Set<ScanRequest>> requests) {
        scans.forEach(scan -> scan.connections()
                .forEach(name ->
                        requests.computeIfAbsent(name, key -> new HashSet<>()).add(scan.request())));
    }

    /** The time that the oldest answer to its scans told of, in all its runs; empty before the first answer. */
    public Optional<Instant> oldestEvidence() {
        return scans.stream()
                .flatMap(scan -> scan.counts().oldestEvidence().stream())
                .min(Comparator.naturalOrder());
    }

    /** The actions that its scans may call; nothing is called for it. */
    public ScanPermissions permissions() {
        return scans.stream().map(ScanOperator::permissions).reduce(ScanPermissions.NONE, ScanPermissions::and);
    }

    /**
     * What it will call; asks how much the account holds where that matters.
     *
     * @param canceled whether the consumer has let go
     */
    public Explained explain(BooleanSupplier canceled) {
        return new Explained(scans.stream()
                .map(scan -> new ExplainedScan(
                        scan.explain(canceled), scan.lateColumns(), meters.isMeasuring() ? scan.counts() : null))
                .filter(scan -> !scan.told().isEmpty())
                .toList());
    }

    /** What its scans will call, found out before they run. */
    public final class Explained {
        private final List<ExplainedScan> explained;

        private Explained(List<ExplainedScan> explained) {
            this.explained = explained;
        }

        /** The plan and its scans in lines; with what they did, if they ran meanwhile. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>(PlanTree.of(tree, meters).lines());
            for (ExplainedScan scan : explained) {
                lines.add("");
                lines.addAll(scan.lines());
            }
            return lines;
        }

        /** The same as JSON. */
        public Json json() {
            var members = new LinkedHashMap<String, Json>();
            members.put("Plan", PlanTree.of(tree, meters).json());
            members.put(
                    "Scans",
                    Json.array(explained.stream().map(ExplainedScan::json).toList()));
            return Json.object(members);
        }

        /** All calls that are expected. */
        public long calls() {
            return explained.stream().mapToLong(ExplainedScan::calls).sum();
        }

        /** Nanoseconds for which its scans waited for answers. */
        public long waited() {
            return scans.stream().mapToLong(scan -> scan.counts().waited()).sum();
        }

        /** The actions that the caller must be allowed, sorted. */
        public SortedSet<String> permissions() {
            var all = new TreeSet<String>();
            explained.forEach(scan -> scan.permissions().forEach(all::add));
            return all;
        }
    }
}
