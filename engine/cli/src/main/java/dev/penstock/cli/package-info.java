/** The penstock command. The only rooms that know a terminal. */
@NullMarked
package dev.penstock.cli;

import org.jspecify.annotations.NullMarked;
