package dev.penstock.spi.value;

/**
 * An address or network, in the text form that the service gave.
 *
 * @param text such as {@code 10.0.0.1} or {@code 10.0.0.0/8}
 */
public record Inet(String text) {
    @Override
    public String toString() {
        return text;
    }
}
