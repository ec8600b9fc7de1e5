package dev.penstock.cli.output;

import dev.penstock.controls.model.CheckReport;
import java.io.IOException;
import java.io.Writer;

/** Writes what a run of controls found, in one format. */
@FunctionalInterface
public interface CheckRenderer {

    /** Writes a report; the writer stays open. */
    void write(CheckReport report, Writer out) throws IOException;

    /** Whether its text is harmless to a terminal as it is, colours included. */
    default boolean isForTerminals() {
        return false;
    }

    /** Writes a report to the terminal's {@code out}. */
    default void render(CheckReport report, Terminal terminal) throws IOException {
        try (Writer out = isForTerminals() ? terminal.trusted() : terminal.untrusted()) {
            write(report, out);
        }
    }
}
