package dev.penstock.cli.shell.dot;

import java.io.IOException;
import java.util.List;

/** A command of the shell that is no SQL. */
public interface DotCommand {

    /** Its name with the dot. */
    String name();

    /** What people who come from psql type for it, such as {@code \dt}; the first one is shown. */
    default List<String> others() {
        return List.of();
    }

    /** What may stand behind the name, such as {@code [table]}; empty for nothing. */
    String argument();

    /** One sentence. */
    String description();

    /** The words that its argument may be, for completion. */
    default List<String> candidates(ShellState state) {
        return List.of();
    }

    /** Whether its argument is a statement, which is completed as such. */
    default boolean takesSql() {
        return false;
    }

    /**
     * Does it.
     *
     * @param argument what stands behind the name, without blanks around it; may be empty
     */
    void run(ShellState state, String argument) throws IOException;

    /** As {@link #run}, called by one of its names: those of psql may do something else without an argument. */
    default void runAs(String name, ShellState state, String argument) throws IOException {
        run(state, argument);
    }
}
