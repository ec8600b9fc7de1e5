/**
 * HCL 2, the language of mods and of connection files: text to a body of blocks and attributes ({@link
 * dev.penstock.hcl.Parser}), expressions to values ({@link dev.penstock.hcl.Evaluator}) in a scope that the caller gives
 * ({@link dev.penstock.hcl.NamedScope}). Depends on the JDK only.
 */
@NullMarked
package dev.penstock.hcl;

import org.jspecify.annotations.NullMarked;
