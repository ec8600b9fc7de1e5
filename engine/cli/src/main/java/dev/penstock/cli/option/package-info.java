/** Options that several subcommands share, and what they open. */
@NullMarked
package dev.penstock.cli.option;

import org.jspecify.annotations.NullMarked;
