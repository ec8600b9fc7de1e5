/** One class per subcommand: reads its options, calls the engine, hands results to a renderer. */
@NullMarked
package dev.penstock.cli.command;

import org.jspecify.annotations.NullMarked;
