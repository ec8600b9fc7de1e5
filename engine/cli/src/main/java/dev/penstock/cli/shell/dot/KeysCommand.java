package dev.penstock.cli.shell.dot;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.List;
import java.util.Locale;

/** {@code .keys emacs|vi}. */
record KeysCommand() implements DotCommand {
    private static final List<String> EDITORS = List.of("emacs", "vi");

    @Override
    public String name() {
        return ".keys";
    }

    @Override
    public String argument() {
        return "emacs|vi";
    }

    @Override
    public String description() {
        return "Choose the keys of Emacs or those of vi, as set editing-mode in ~/.inputrc does.";
    }

    @Override
    public List<String> candidates(ShellState state) {
        return EDITORS;
    }

    @Override
    public void run(ShellState state, String argument) {
        String editor = argument.toLowerCase(Locale.ROOT);
        if (!EDITORS.contains(editor)) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, ".keys takes emacs or vi, not \"" + argument + "\"");
        }
        state.screen().keys(editor);
    }
}
