package dev.penstock.cli.shell;

import java.io.IOException;
import java.util.List;

/** A command of the shell that is no SQL. */
interface DotCommand {

    /** Its name with the dot. */
    String name();

    /** What may stand behind the name, such as {@code [table]}; empty for nothing. */
    String argument();

    /** One sentence. */
    String description();

    /** The words that its argument may be, for completion. */
    default List<String> candidates(ShellState state) {
        return List.of();
    }

    /**
     * Does it.
     *
     * @param argument what stands behind the name, without blanks around it; may be empty
     */
    void run(ShellState state, String argument) throws IOException;
}
