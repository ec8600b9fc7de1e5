package dev.penstock.hcl;

/**
 * A place in a file.
 *
 * @param file as the caller named it
 * @param line from 1
 * @param column from 1, in characters
 */
public record SourcePosition(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
