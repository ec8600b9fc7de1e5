/** Two runs beside one another: what came, what went, what changed. Uses the model only. */
@NullMarked
package dev.penstock.controls.comparison;

import org.jspecify.annotations.NullMarked;
