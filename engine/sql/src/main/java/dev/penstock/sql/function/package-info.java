/**
 * The functions and operators of PostgreSQL as plain Java over canonical values. Knows nothing of Calcite and nothing
 * of plans; may use the values and errors of the SPI.
 */
@NullMarked
package dev.penstock.sql.function;

import org.jspecify.annotations.NullMarked;
