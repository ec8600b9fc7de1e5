package dev.penstock.scan;

import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.PageRequest;
import java.util.Map;
import java.util.Optional;

/** What is known of an account before a scan, for the choice between calls. */
interface Knowledge {

    /** Nothing: nobody was asked yet. */
    Knowledge NONE = new Knowledge() {
        @Override
        public boolean holds(Operation<?, ?> operation, String key, PageRequest first) {
            return false;
        }

        @Override
        public boolean isDenied(Operation<?, ?> operation) {
            return false;
        }

        @Override
        public Optional<Map<String, Long>> counts() {
            return Optional.empty();
        }
    };

    /** The same without what is not at hand yet, although the run will ask for it anyway. */
    default Knowledge atHand() {
        return this;
    }

    /** Whether every page from {@code first} on is at hand, or will be asked for anyway. */
    boolean holds(Operation<?, ?> operation, String key, PageRequest first);

    /** Whether the caller was refused the operation. */
    boolean isDenied(Operation<?, ?> operation);

    /** How many entities there are; may make a call, and is empty if that can't be told. */
    Optional<Map<String, Long>> counts();
}
