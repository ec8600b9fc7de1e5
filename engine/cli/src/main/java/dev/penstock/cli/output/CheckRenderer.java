package dev.penstock.cli.output;

import dev.penstock.controls.model.CheckReport;
import java.io.IOException;

/** Writes what a run of controls found, in one format. */
@FunctionalInterface
public interface CheckRenderer {

    /** Writes a report to the terminal's {@code out}. */
    void render(CheckReport report, Terminal terminal) throws IOException;
}
