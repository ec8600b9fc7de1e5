package dev.penstock.cli.shell.dot;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** {@code .read file}. */
record ReadCommand() implements DotCommand {
    /** Files that read one another must end somewhere. */
    private static final int DEEPEST = 20;

    @Override
    public String name() {
        return ".read";
    }

    @Override
    public List<String> others() {
        return List.of("\\i");
    }

    @Override
    public String argument() {
        return "file";
    }

    @Override
    public String description() {
        return "Run the statements and commands of a file.";
    }

    @Override
    public void run(ShellState state, String argument) throws IOException {
        if (argument.isEmpty()) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, ".read needs the name of a file behind it");
        }
        boolean allowed = state.enter(DEEPEST);
        try {
            if (!allowed) {
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER, "files read one another more than " + DEEPEST + " deep");
            }
            String text = Files.readString(OutputFile.path(argument));
            Inputs.run(state, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (NoSuchFileException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "there is no file " + argument, e);
        } catch (CharacterCodingException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, argument + " is not UTF-8", e);
        } finally {
            state.leave();
        }
    }
}
