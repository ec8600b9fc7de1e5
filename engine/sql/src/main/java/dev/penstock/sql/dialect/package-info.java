/**
 * PostgreSQL's SQL for Calcite: types, coercions, the operator table, syntax-tree rewrites and output names. May use
 * the functions and the grammar.
 */
@NullMarked
package dev.penstock.sql.dialect;

import org.jspecify.annotations.NullMarked;
