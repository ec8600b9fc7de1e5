package dev.penstock.tables.aws.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One connection: a request is answered before the next one is looked at. Used by the endpoint's thread only. */
final class HttpConnection {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final HttpEndpoint endpoint;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final HttpRequestReader reader = new HttpRequestReader();
    private @Nullable ByteBuffer output;
    private boolean waiting;
    private boolean lastAnswer;

    HttpConnection(HttpEndpoint endpoint, SocketChannel channel, SelectionKey key) {
        this.endpoint = endpoint;
        this.channel = channel;
        this.key = key;
    }

    /** Handles what the selector found; an error of the connection ends the connection only. */
    void ready(ByteBuffer shared) {
        try {
            if (key.isReadable()) {
                read(shared);
            }
            if (key.isValid() && key.isWritable()) {
                write();
                advance();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** Sends an answer that was held back. */
    void release(HttpReply reply) {
        if (!key.isValid()) {
            return;
        }
        try {
            send(reply);
            advance();
        } catch (IOException e) {
            close();
        }
    }

    void close() {
        if (waiting) {
            waiting = false;
            endpoint.handler().ended();
        }
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a loopback connection failed", e);
        }
    }

    private void read(ByteBuffer shared) throws IOException {
        shared.clear();
        if (channel.read(shared) < 0) {
            close();
            return;
        }
        try {
            reader.append(shared.flip());
        } catch (HttpProblem e) {
            refuse(e);
        }
        advance();
    }

    /** Takes up requests until one has to wait. */
    private void advance() throws IOException {
        try {
            while (key.isValid() && !waiting && output == null) {
                HttpRequest request = reader.next();
                if (request == null) {
                    if (reader.takeContinueAsked()) {
                        output = ByteBuffer.wrap(CONTINUE);
                        write();
                    }
                    return;
                }
                waiting = true;
                lastAnswer = !request.keepAlive();
                HttpReply reply = endpoint.handler().answer(request);
                if (reply.delayNanos() > 0) {
                    endpoint.holdBack(this, reply);
                } else {
                    send(reply);
                }
            }
        } catch (HttpProblem e) {
            refuse(e);
        }
    }

    private void refuse(HttpProblem problem) throws IOException {
        lastAnswer = true;
        String body = String.valueOf(problem.getMessage());
        output = HttpMessage.of(problem.status(), "text/plain", body, "none", true);
        write();
    }

    private void send(HttpReply reply) throws IOException {
        if (reply.status() == 0) {
            close();
            return;
        }
        output = HttpMessage.of(reply.status(), reply.contentType(), reply.body(), reply.requestId(), lastAnswer);
        waiting = false;
        endpoint.handler().ended();
        write();
    }

    private void write() throws IOException {
        ByteBuffer rest = output;
        if (rest == null) {
            return;
        }
        channel.write(rest);
        if (rest.hasRemaining()) {
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            return;
        }
        output = null;
        if (lastAnswer) {
            close();
        } else {
            key.interestOps(SelectionKey.OP_READ);
        }
    }
}
