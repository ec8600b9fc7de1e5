/** For each named query of the built-in mod: estates, and the verdicts that are right in them. */
@NullMarked
package dev.penstock.cli.truth;

import org.jspecify.annotations.NullMarked;
