package dev.penstock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Output that stands in a file beside the tests, to be read by people. {@code -Dgolden.update=true} writes the files
 * anew; the change is then reviewed as any other.
 */
public final class GoldenFile {
    private GoldenFile() {}

    /**
     * Asserts that a text is the one in a file.
     *
     * @param name below {@code src/test/resources/golden}
     */
    public static void check(String name, String text) {
        Path file = Path.of("src/test/resources/golden").resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as("%s (-Dgolden.update=true writes it anew)", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
