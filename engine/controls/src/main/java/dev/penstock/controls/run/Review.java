package dev.penstock.controls.run;

import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;

/** Looks at each result before it counts: what people decided may change it. Called from many threads. */
@FunctionalInterface
public interface Review {

    /** Every result stays as the query gives it. */
    Review NONE = (control, result) -> result;

    /** The result as it counts and is shown. */
    ControlResult reviewed(Control control, ControlResult result);
}
