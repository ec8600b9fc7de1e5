package dev.penstock.hcl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The text of a file, and where its lines begin. */
final class Source {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_LINE = 10_000;
    private static final char REPLACEMENT = '\uFFFD';
    private static final char BROKEN = '\uDC80';

    private final String file;
    private final String text;
    private final int[] lineStarts;
    private final boolean brokenText;

    Source(String file, String text) {
        this.file = file;
        this.text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        this.lineStarts = lineStarts(this.text);
        this.brokenText = text.indexOf(BROKEN) >= 0;
    }

    /** The text that these bytes spell; a byte that is no UTF-8 becomes half of a character, which no text can spell. */
    static Source of(String file, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new Source(file, text.indexOf(REPLACEMENT) < 0 ? text : marked(bytes));
    }

    private static String marked(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        for (CoderResult result = decoder.decode(left, text, true); result.isError(); ) {
            text.put(BROKEN);
            left.position(left.position() + result.length());
            result = decoder.decode(left, text, true);
        }
        return text.flip().toString();
    }

    /** Where there is something between two places that was no UTF-8. */
    OptionalInt broken(int start, int end) {
        return IntStream.range(start, brokenText ? end : start)
                .filter(i -> text.charAt(i) == BROKEN && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1))))
                .findFirst();
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    String text(int start, int end) {
        return text.substring(start, end);
    }

    Span span(int start, int end) {
        return new Span(this, start, end);
    }

    SourcePosition position(int offset) {
        int line = line(offset);
        return new SourcePosition(file, line + 1, text.codePointCount(lineStarts[line], offset) + 1);
    }

    /** Whether this is the first place of a line. */
    boolean beginsLine(int offset) {
        return lineStarts[line(offset)] == offset;
    }

    /** The line that holds this place, without its end; nothing of a line that nobody would read. */
    String lineAt(int offset) {
        int line = line(offset);
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        if (end - lineStarts[line] > LONGEST_LINE) {
            return "";
        }
        return text.substring(lineStarts[line], end).stripTrailing();
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = end + 1;
        }
        return Arrays.copyOf(starts, count);
    }
}
