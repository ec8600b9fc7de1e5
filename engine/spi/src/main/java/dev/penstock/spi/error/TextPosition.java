package dev.penstock.spi.error;

import java.io.Serializable;

/**
 * A place in a text that a user wrote.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record TextPosition(int line, int column) implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
