package dev.penstock.cli.shell.dot;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code .edit}: the last statement in the user's editor. What comes back runs if it is whole, as in psql. */
record EditCommand() implements DotCommand {
    @Override
    public String name() {
        return ".edit";
    }

    @Override
    public List<String> others() {
        return List.of("\\e");
    }

    @Override
    public String argument() {
        return "[file]";
    }

    @Override
    public String description() {
        return "Edit the last statement, or a file, in $VISUAL or $EDITOR, and run it.";
    }

    @Override
    public void run(ShellState state, String argument) throws IOException {
        Optional<Path> mine =
                argument.isEmpty() ? Optional.of(Files.createTempFile("penstock", ".sql")) : Optional.empty();
        try {
            Path file = mine.orElseGet(() -> OutputFile.path(argument));
            if (mine.isPresent()) {
                Files.writeString(
                        file, state.lastStatement().map(sql -> sql + ";\n").orElse(""));
            }
            String editor = editor();
            int code = state.screen().run(new ProcessBuilder("/bin/sh", "-c", editor + " \"$0\"", file.toString()));
            if (code != 0) {
                throw new EngineException(
                        ErrorCode.FILE_ACCESS,
                        "the editor \"" + editor + "\" ended with " + code + "; nothing was run");
            }
            runOrDraft(state, Files.readString(file).strip());
        } finally {
            if (mine.isPresent()) {
                Files.deleteIfExists(mine.get());
            }
        }
    }

    private static void runOrDraft(ShellState state, String text) throws IOException {
        if (Script.of(text).missing().isEmpty()) {
            text.lines().forEach(line -> state.say(line));
            Inputs.run(state, text);
        } else {
            state.draft(text);
        }
    }

    private static String editor() {
        return Stream.of("VISUAL", "EDITOR")
                .map(name -> System.getenv().getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("vi");
    }
}
