/**
 * The public face of the engine: SQL text in, rows out. An {@link dev.penstock.sql.Engine} holds the connections of a
 * process, a {@link dev.penstock.sql.Session} runs statements. Free of Calcite types.
 */
@NullMarked
package dev.penstock.sql;

import org.jspecify.annotations.NullMarked;
