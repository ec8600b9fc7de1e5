/** What controls are and what a run of them found: records without behaviour of their own. */
@NullMarked
package dev.penstock.controls.model;

import org.jspecify.annotations.NullMarked;
