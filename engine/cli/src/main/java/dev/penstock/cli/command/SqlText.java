package dev.penstock.cli.command;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the SQL of an argument comes from. */
final class SqlText {
    private SqlText() {}

    /** A bare word names a query; what holds white space or ends in .sql is SQL or a file. */
    static boolean isName(String argument) {
        return argument.matches("[A-Za-z_][A-Za-z0-9_.-]*") && !isFile(argument);
    }

    private static boolean isFile(String argument) {
        return argument.endsWith(".sql");
    }

    /** The SQL of an argument that is no name. */
    static String of(String argument) {
        if (!isFile(argument)) {
            return argument;
        }
        if (!Files.exists(Path.of(argument))) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "there is no file " + argument);
        }
        try {
            String text = Files.readString(Path.of(argument));
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "can't read " + argument + ": " + e, e);
        }
    }

    /** All of standard input. */
    static String ofStandardInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "can't read standard input: " + e, e);
        }
    }
}
