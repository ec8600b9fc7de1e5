/**
 * What a plugin is: a set of tables over one kind of connection. Depends on the JDK only; plugins are found with
 * {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.penstock.spi;

import org.jspecify.annotations.NullMarked;
