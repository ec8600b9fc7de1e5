/** Which controls of a tree a run is about: the conditions that users write. Uses the model only. */
@NullMarked
package dev.penstock.controls.filter;

import org.jspecify.annotations.NullMarked;
