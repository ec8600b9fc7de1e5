/**
 * The errors of every room: one unchecked {@link dev.penstock.spi.error.EngineException} with a code, and the kinds of
 * failure that an API call can have. Uses the JDK only; everything may use it.
 */
@NullMarked
package dev.penstock.spi.error;

import org.jspecify.annotations.NullMarked;
