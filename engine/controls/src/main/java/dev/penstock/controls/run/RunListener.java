package dev.penstock.controls.run;

import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ReportNode;

/** Hears how far a run is; called from any thread, must return at once. */
public interface RunListener {

    /** A listener that does nothing. */
    RunListener NONE = new RunListener() {};

    /** A control begins. */
    default void started(Control control) {}

    /** A control has ended, well or not. */
    default void finished(ReportNode.Check check) {}
}
