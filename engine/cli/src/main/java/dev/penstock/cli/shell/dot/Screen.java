package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.Terminal;
import java.io.IOException;

/** The terminal of a shell, beyond what output needs. */
public interface Screen {
    /** Where output goes, as wide as it is now. */
    Terminal terminal();

    /** How many lines it shows; 0 where that is not known. */
    int lines();

    /** Wipes it. */
    void clear();

    /** Waits so many milliseconds, or until a key is pressed or Ctrl-C; whether the whole time passed. */
    boolean pause(long milliseconds) throws IOException;

    /** Chooses the keys of an editor, {@code emacs} or {@code vi}. */
    void keys(String editor);

    /** Lets another program have the terminal; its exit code. */
    int run(ProcessBuilder program) throws IOException;
}
