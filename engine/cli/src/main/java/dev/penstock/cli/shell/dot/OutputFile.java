package dev.penstock.cli.shell.dot;

import dev.penstock.cli.output.Terminal;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that the rows of statements are written to.
 *
 * @param name as the user wrote it
 */
record OutputFile(String name, PrintStream stream) implements AutoCloseable {
    /**
     * Makes the file anew.
     *
     * @throws EngineException with code FILE_ACCESS if that can't be done
     */
    static OutputFile create(String name) {
        try {
            return new OutputFile(
                    name, new PrintStream(Files.newOutputStream(path(name)), false, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "can't write " + name + ": " + e.getMessage(), e);
        }
    }

    /** A path, where {@code ~/} is the user's folder. */
    static Path path(String name) {
        return name.startsWith("~/")
                ? Path.of(System.getProperty("user.home")).resolve(name.substring(2))
                : Path.of(name);
    }

    Terminal on(Terminal terminal) {
        return terminal.to(stream);
    }

    @Override
    public void close() {
        stream.close();
    }
}
