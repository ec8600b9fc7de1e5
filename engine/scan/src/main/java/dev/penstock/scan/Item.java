package dev.penstock.scan;

import org.jspecify.annotations.Nullable;

/**
 * What a row is made of.
 *
 * @param item the answer's item
 * @param key what the call that gave it was asked with; empty for a whole listing
 * @param parent the parent listing's item that led to it, if one did
 */
record Item(Object item, String key, @Nullable Object parent) {}
