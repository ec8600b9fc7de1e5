package dev.penstock.scan;

import org.jspecify.annotations.Nullable;

/**
 * What a row is made of.
 *
 * @param item the answer's item
 * @param parent the parent listing's item that led to it, if one did
 */
record Item(Object item, @Nullable Object parent) {}
