/** How a connection comes to its credentials: one place is chosen, and what goes wrong there is told by its name. */
@NullMarked
package dev.penstock.tables.aws.signin;

import org.jspecify.annotations.NullMarked;
