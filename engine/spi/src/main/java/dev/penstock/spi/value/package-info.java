/** The values of SQL that Java lacks: immutable, comparable and printed as PostgreSQL does. Uses the JDK only. */
@NullMarked
package dev.penstock.spi.value;

import org.jspecify.annotations.NullMarked;
