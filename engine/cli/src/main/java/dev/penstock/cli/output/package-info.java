/** One renderer for each format of results and of reports, and the terminal that they write to. */
@NullMarked
package dev.penstock.cli.output;

import org.jspecify.annotations.NullMarked;
