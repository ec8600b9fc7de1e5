package dev.penstock.spi;

import java.util.Optional;

/** Asks the person who started the process for what signing in needs, such as the code of a second factor. */
@FunctionalInterface
public interface Prompt {
    /** Where nobody can be asked. */
    Prompt NOBODY = question -> Optional.empty();

    /**
     * Asks and waits.
     *
     * @param question one line
     * @return what was typed; empty if nobody can be asked, or nothing was typed
     */
    Optional<String> ask(String question);
}
