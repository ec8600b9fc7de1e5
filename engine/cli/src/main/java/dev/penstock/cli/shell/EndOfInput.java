package dev.penstock.cli.shell;

import java.util.Objects;
import java.util.stream.Stream;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/** Ctrl-D: leaves from an empty line, lets go of a statement at the end of what is typed, deletes a character before it. */
final class EndOfInput {
    private static final String NAME = "end-of-input";

    private EndOfInput() {}

    static void bind(LineReader reader) {
        reader.getWidgets().put(NAME, () -> {
            boolean inside = reader.getBuffer().cursor() < reader.getBuffer().length();
            boolean empty = reader.getBuffer().length() == 0;
            reader.callWidget(
                    inside ? LineReader.DELETE_CHAR : empty ? LineReader.DELETE_CHAR_OR_LIST : LineReader.SEND_BREAK);
            return true;
        });
        Stream.of(LineReader.EMACS, LineReader.VIINS)
                .map(reader.getKeyMaps()::get)
                .filter(Objects::nonNull)
                .forEach(keys -> keys.bind(new Reference(NAME), KeyMap.ctrl('D')));
    }
}
