/**
 * PostgreSQL as the judge of what statements mean: the same rows on both sides, the same statements, equal answers.
 */
@NullMarked
package dev.penstock.sql.judge;

import org.jspecify.annotations.NullMarked;
