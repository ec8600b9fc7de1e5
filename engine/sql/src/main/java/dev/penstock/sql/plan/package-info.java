/**
 * From a checked statement to operators: the schema over API tables, the scan node that carries columns, keys and
 * limit, the rules that push them down, and the translation of a plan to operators.
 */
@NullMarked
package dev.penstock.sql.plan;

import org.jspecify.annotations.NullMarked;
