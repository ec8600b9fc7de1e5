/**
 * The functions that expressions call: one class for each family, {@link dev.penstock.hcl.function.StandardFunctions} for
 * all of them. Uses the values and conversions of {@code dev.penstock.hcl}; reads files below one folder only.
 */
@NullMarked
package dev.penstock.hcl.function;

import org.jspecify.annotations.NullMarked;
