/**
 * The SQL parser: text in, Calcite's syntax tree out, read as PostgreSQL 15 reads it. It names operators and types
 * but gives them no meaning; that is the dialect's work. It may use Calcite and nothing else of Penstock.
 */
@NullMarked
package dev.penstock.grammar;

import org.jspecify.annotations.NullMarked;
