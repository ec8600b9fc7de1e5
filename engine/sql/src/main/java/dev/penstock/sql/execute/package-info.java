/**
 * Physical operators over rows: scan, filter, project, joins, aggregate, sort and set operations, each pulled by the
 * one above it. A row is an {@code Object[]} of canonical values. May use the functions and the scan module; knows
 * nothing of Calcite.
 */
@NullMarked
package dev.penstock.sql.execute;

import org.jspecify.annotations.NullMarked;
