package dev.penstock.hcl;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in one file; after a hundred things the rest is no news. */
final class Problems {
    private static final int MOST = 100;

    private final Source source;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(Source source) {
        this.source = source;
    }

    void add(int start, String problem) {
        add(start, problem, "");
    }

    void add(int start, String problem, String suggestion) {
        add(source.span(start, start).problem(problem, suggestion));
    }

    void add(Diagnostic diagnostic) {
        if (!isFull()) {
            found.add(diagnostic);
        }
    }

    boolean isFull() {
        return found.size() >= MOST;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Diagnostic> found() {
        return List.copyOf(found);
    }
}
