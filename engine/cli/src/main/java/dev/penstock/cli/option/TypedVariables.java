package dev.penstock.cli.option;

import dev.penstock.cli.output.SafeText;
import dev.penstock.cli.output.Terminal;
import dev.penstock.controls.mod.VariablePrompt;
import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for values on the terminal; an empty line is no answer. */
record TypedVariables(Terminal terminal) implements VariablePrompt {

    @Override
    public Optional<String> ask(String name, String description, boolean secret) {
        return Optional.ofNullable(System.console()).flatMap(console -> {
            terminal.err()
                    .println("The variable " + name + " has no value."
                            + (description.isEmpty() ? "" : " " + SafeText.line(description)));
            terminal.err().flush();
            return Optional.ofNullable(typed(console, "  " + name + ": ", secret))
                    .filter(text -> !text.isEmpty());
        });
    }

    private static @Nullable String typed(Console console, String prompt, boolean secret) {
        if (!secret) {
            return console.readLine("%s", prompt);
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null ? null : new String(typed);
    }
}
