package dev.penstock.controls.decision;

import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.run.Review;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All that a file of exemptions decides, and how often each entry was needed in one run. */
public final class Decisions implements Review {
    private final List<Entry> entries;
    private final AtomicLongArray uses;
    private final ConcurrentHashMap<String, List<Integer>> ofControls = new ConcurrentHashMap<>();

    Decisions(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.uses = new AtomicLongArray(entries.size());
    }

    /** Nothing is decided. */
    public static Decisions none() {
        return new Decisions(List.of());
    }

    /** The result with the first entry that is about it and in force, or else with the first that expired. */
    @Override
    public ControlResult reviewed(Control control, ControlResult result) {
        List<Entry> about = new ArrayList<>();
        for (int index : ofControls.computeIfAbsent(control.fullName(), name -> indexes(control))) {
            Entry entry = entries.get(index);
            if (entry.isAbout(result)) {
                uses.incrementAndGet(index);
                about.add(entry);
            }
        }
        return about.stream()
                .min(Comparator.comparing(entry -> entry.decision().expired()))
                .map(entry -> result.with(entry.decision()))
                .orElse(result);
    }

    private List<Integer> indexes(Control control) {
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).isAbout(control))
                .boxed()
                .toList();
    }

    /**
     * What the author of the file should know after a run: entries that expired and are still needed, and entries that
     * are about nothing. The latter is said only where all controls of the entry ran without an error: elsewhere it is
     * not known.
     */
    public List<String> notes(CheckReport report) {
        Set<String> known = report.dryRun()
                ? Set.of()
                : report.checks().stream()
                        .filter(check -> check.counts().error() == 0)
                        .map(ReportNode.Check::node)
                        .map(Control::fullName)
                        .collect(Collectors.toSet());
        var notes = new ArrayList<String>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean expired = entry.decision().expired();
            String name =
                    entry.decision().kind().text() + " " + entry.decision().name() + " (" + entry.position() + ")";
            if (uses.get(i) > 0 && expired) {
                notes.add(name + " expired on " + entry.decision().expires() + " and changes nothing any more");
            } else if (uses.get(i) == 0 && known.containsAll(entry.controls())) {
                String nothing = switch (entry.decision().kind()) {
                    case EXEMPTION -> " matches no alarm";
                    case ATTESTATION -> " matches no result that is info";
                };
                notes.add(name + nothing);
            }
        }
        return notes;
    }
}
