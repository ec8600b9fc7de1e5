/** What the shell runs: commands that begin with a dot or a backslash, one class for each, and statements. */
@NullMarked
package dev.penstock.cli.shell.dot;

import org.jspecify.annotations.NullMarked;
