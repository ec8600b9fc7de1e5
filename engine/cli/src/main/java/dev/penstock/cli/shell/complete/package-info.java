/** What can stand at the cursor of a statement that is being typed: pure functions of its text and of the catalog. */
@NullMarked
package dev.penstock.cli.shell.complete;

import org.jspecify.annotations.NullMarked;
