/**
 * Mods: a folder of {@code .pp} and {@code .sql} files, read, resolved and checked. Uses the HCL reader and the model;
 * runs nothing.
 */
@NullMarked
package dev.penstock.controls.mod;

import org.jspecify.annotations.NullMarked;
