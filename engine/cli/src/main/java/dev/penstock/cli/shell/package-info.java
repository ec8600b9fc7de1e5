/** The interactive shell: the prompt, its dot commands, completion. */
@NullMarked
package dev.penstock.cli.shell;

import org.jspecify.annotations.NullMarked;
