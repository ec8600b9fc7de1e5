package dev.penstock.sql.execute;

import dev.penstock.spi.error.EngineException;
import java.util.ArrayList;
import java.util.List;

/** The connections that a running statement could not read. Safe for many threads. */
public final class Unread {
    private final boolean accepted;
    private final List<Part> parts = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param accepted whether the statement is to go on without them, whatever it does with the rows of the others
     */
    public Unread(boolean accepted) {
        this.accepted = accepted;
    }

    /** Whether the statement is to go on, whatever it does with the rows of the others. */
    public boolean accepted() {
        return accepted;
    }

    /** Takes note of connections whose rows are left out. */
    public synchronized void add(List<String> connections, EngineException why) {
        parts.add(new Part(connections, why));
    }

    /** What was left out so far. */
    public synchronized List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Connections to one account, and why their rows are not there. */
    public record Part(List<String> connections, EngineException why) {

        /** Copies the connections. */
        public Part {
            connections = List.copyOf(connections);
        }
    }
}
