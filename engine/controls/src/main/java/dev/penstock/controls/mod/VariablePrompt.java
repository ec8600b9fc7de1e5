package dev.penstock.controls.mod;

import java.util.Optional;

/** Asks a user for the value of a variable that has none. */
@FunctionalInterface
public interface VariablePrompt {

    /** Nobody is there to be asked. */
    VariablePrompt NOBODY = (name, description, secret) -> Optional.empty();

    /**
     * The text that was typed; empty if nobody answers.
     *
     * @param secret whether what is typed must not be seen
     */
    Optional<String> ask(String name, String description, boolean secret);
}
