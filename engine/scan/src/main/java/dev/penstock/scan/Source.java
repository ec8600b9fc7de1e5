package dev.penstock.scan;

import org.jspecify.annotations.Nullable;

/** Things pulled one at a time by one thread. */
interface Source<T> {

    /** The next one, null after the last. */
    @Nullable
    T next();
}
