package dev.penstock.tables.aws.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a response head and its body into one buffer, so that they leave in one piece. */
final class HttpMessage {
    private HttpMessage() {}

    static ByteBuffer of(int status, String contentType, String body, String requestId, boolean last) {
        byte[] bodyBytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + ' ' + reason(status)
                + "\r\nx-amzn-RequestId: " + requestId
                + "\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + bodyBytes.length
                + (last ? "\r\nConnection: close" : "")
                + "\r\n\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(headBytes.length + bodyBytes.length)
                .put(headBytes)
                .put(bodyBytes)
                .flip();
    }

    /** Clients go by the number; the words are for people who read along. */
    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            default -> "Status";
        };
    }
}
