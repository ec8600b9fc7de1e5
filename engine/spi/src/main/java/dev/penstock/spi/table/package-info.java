/**
 * How a table is declared: its columns, each with its type, its sentence and the call that fills it. A declaration
 * holds no state and makes no call by itself; the scan module walks it.
 */
@NullMarked
package dev.penstock.spi.table;

import org.jspecify.annotations.NullMarked;
