package dev.penstock.tables.aws.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of a connection into requests.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112: HTTP/1.1</a>
 */
final class HttpRequestReader {
    private static final int LARGEST_HEAD = 64 * 1024;
    private static final int LARGEST_BODY = 1024 * 1024;

    private byte[] bytes = new byte[2048];
    private int filled;
    private @Nullable Head head;
    private boolean continueAsked;

    void append(ByteBuffer more) throws HttpProblem {
        int needed = filled + more.remaining();
        if (needed > LARGEST_HEAD + LARGEST_BODY) {
            throw new HttpProblem(413, "the request is too large");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
        more.get(bytes, filled, needed - filled);
        filled = needed;
    }

    /** The next whole request; null until it has arrived. */
    @Nullable
    HttpRequest next() throws HttpProblem {
        Head known = head;
        if (known == null) {
            known = readHead();
            head = known;
        }
        if (known == null || filled < known.end() + known.bodyLength()) {
            return null;
        }
        String body = new String(bytes, known.end(), known.bodyLength(), StandardCharsets.UTF_8);
        int end = known.end() + known.bodyLength();
        System.arraycopy(bytes, end, bytes, 0, filled - end);
        filled -= end;
        head = null;
        continueAsked = false;
        return new HttpRequest(known.method(), known.target(), known.headers(), body, known.keepAlive());
    }

    /** Whether the sender waits for a word before it sends the body; true once for each request. */
    boolean takeContinueAsked() {
        if (head == null
                || continueAsked
                || !"100-continue".equalsIgnoreCase(head.headers().get("expect"))) {
            return false;
        }
        continueAsked = true;
        return true;
    }

    private @Nullable Head readHead() throws HttpProblem {
        int end = headEnd();
        if (end < 0) {
            if (filled > LARGEST_HEAD) {
                throw new HttpProblem(431, "the head of the request is too large");
            }
            return null;
        }
        String text = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        int lineEnd = text.indexOf("\r\n");
        int firstSpace = text.indexOf(' ');
        int secondSpace = text.indexOf(' ', firstSpace + 1);
        if (firstSpace < 0 || secondSpace < 0 || secondSpace > lineEnd) {
            throw new HttpProblem(400, "the request line is malformed");
        }
        Map<String, String> headers = headers(text, lineEnd + 2);
        String method = text.substring(0, firstSpace);
        boolean metadata = method.equals("PUT") && text.startsWith("PUT /latest/");
        if (!method.equals("POST") && !method.equals("GET") && !metadata) {
            throw new HttpProblem(405, "only POST and GET are spoken here");
        }
        boolean current = text.startsWith("HTTP/1.1", secondSpace + 1);
        return new Head(
                method,
                text.substring(firstSpace + 1, secondSpace),
                headers,
                end,
                bodyLength(headers),
                keepAlive(headers, current));
    }

    private int headEnd() {
        for (int i = 3; i < filled; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private static Map<String, String> headers(String text, int start) throws HttpProblem {
        var headers = new HashMap<String, String>();
        int line = start;
        for (int end = text.indexOf("\r\n", line); end > line; end = text.indexOf("\r\n", line)) {
            int colon = text.indexOf(':', line);
            if (colon < 0 || colon > end) {
                throw new HttpProblem(400, "a header is malformed");
            }
            headers.put(
                    text.substring(line, colon).toLowerCase(Locale.ROOT),
                    text.substring(colon + 1, end).trim());
            line = end + 2;
        }
        return headers;
    }

    private static int bodyLength(Map<String, String> headers) throws HttpProblem {
        if (headers.containsKey("transfer-encoding")) {
            throw new HttpProblem(501, "a body must come with its length, not in chunks");
        }
        String length = headers.getOrDefault("content-length", "0");
        try {
            int number = Integer.parseUnsignedInt(length);
            if (number < 0 || number > LARGEST_BODY) {
                throw new HttpProblem(413, "the body is too large");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new HttpProblem(400, "the length of the body is malformed");
        }
    }

    private static boolean keepAlive(Map<String, String> headers, boolean current) {
        String connection = headers.getOrDefault("connection", "");
        return current ? !connection.equalsIgnoreCase("close") : connection.equalsIgnoreCase("keep-alive");
    }

    private record Head(
            String method, String target, Map<String, String> headers, int end, int bodyLength, boolean keepAlive) {}
}
