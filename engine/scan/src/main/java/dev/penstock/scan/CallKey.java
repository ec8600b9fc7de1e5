package dev.penstock.scan;

import dev.penstock.spi.table.PageRequest;

/**
 * What makes two requests the same call.
 *
 * @param connection the connection's name
 * @param operation told apart by identity: an operation's fetch has no equality
 * @param key the operation's parameter
 */
record CallKey(String connection, Identity operation, String key, PageRequest page) {

    /** An object compared by identity. */
    record Identity(Object object) {
        @Override
        @SuppressWarnings("ReferenceEquality") // the point of this class
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof Identity that && object == that.object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }
}
