/**
 * HCL 2, the language of mods and of connection files: text to a body of blocks and attributes, expressions to values.
 * Depends on the JDK only.
 */
@NullMarked
package dev.penstock.hcl;

import org.jspecify.annotations.NullMarked;
