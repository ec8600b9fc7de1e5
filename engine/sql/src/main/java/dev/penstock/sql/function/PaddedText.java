package dev.penstock.sql.function;

/**
 * A value of character(n): blanks at its end are shown, but do not count (chapter 8.3).
 *
 * @param text with its blanks
 */
public record PaddedText(String text) implements Comparable<PaddedText> {

    /** The text without the blanks at its end: what it is as a value of type text. */
    String stripped() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** The first characters, filled up with blanks. */
    PaddedText fitted(int length) {
        int size = text.codePointCount(0, text.length());
        return new PaddedText(
                size < length
                        ? text + " ".repeat(length - size)
                        : text.substring(0, text.offsetByCodePoints(0, length)));
    }

    @Override
    public int compareTo(PaddedText other) {
        return Values.compare(stripped(), other.stripped());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PaddedText padded && stripped().equals(padded.stripped());
    }

    @Override
    public int hashCode() {
        return stripped().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
