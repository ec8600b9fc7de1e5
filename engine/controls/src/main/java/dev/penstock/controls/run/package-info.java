/** Runs controls: queries to verdicts. Uses the model and a session; tells a listener how far it is. */
@NullMarked
package dev.penstock.controls.run;

import org.jspecify.annotations.NullMarked;
