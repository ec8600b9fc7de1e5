package dev.penstock.tables.aws.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.PriorityQueue;

/**
 * An HTTP/1.1 server on the loopback address with a single daemon thread. Answers that are held back wait in a queue, so
 * that neither latency nor idle connections cost a thread.
 */
final class HttpEndpoint implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final int READ_BUFFER = 64 * 1024;
    private static final long CLOSE_WAIT_MILLIS = 2_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Handler handler;
    private final Selector selector;
    private final ServerSocketChannel server;
    private final int port;
    private final Thread thread;
    private final ByteBuffer shared = ByteBuffer.allocateDirect(READ_BUFFER);
    private final PriorityQueue<HeldBack> heldBack = new PriorityQueue<>();
    private long heldBackCount;
    private volatile boolean closing;

    private HttpEndpoint(Selector selector, ServerSocketChannel server, int port, Handler handler) {
        this.selector = selector;
        this.server = server;
        this.port = port;
        this.handler = handler;
        this.thread = new Thread(this::run, "aws-simulator-" + port);
        this.thread.setDaemon(true);
    }

    /** Listens on a loopback port, 0 for a free one, and serves until closed. */
    static HttpEndpoint start(int port, Handler handler) {
        try {
            Selector selector = Selector.open();
            ServerSocketChannel server = ServerSocketChannel.open();
            try {
                server.configureBlocking(false);
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
                server.register(selector, SelectionKey.OP_ACCEPT);
            } catch (IOException e) {
                server.close();
                selector.close();
                throw e;
            }
            var endpoint = new HttpEndpoint(selector, server, server.socket().getLocalPort(), handler);
            endpoint.thread.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback port " + port + ": " + e.getMessage(), e);
        }
    }

    int port() {
        return port;
    }

    Handler handler() {
        return handler;
    }

    /** Answers later. */
    void holdBack(HttpConnection connection, HttpReply reply) {
        heldBack.add(new HeldBack(System.nanoTime() + reply.delayNanos(), heldBackCount++, connection, reply));
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSE_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (selector;
                server) {
            try {
                while (!closing) {
                    await();
                    releaseDue();
                }
            } finally {
                closeConnections();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the endpoint on loopback port " + port + " failed", e);
        }
    }

    private void closeConnections() {
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof HttpConnection connection) {
                connection.close();
            }
        }
    }

    private void await() throws IOException {
        HeldBack next = heldBack.peek();
        if (next == null) {
            selector.select(this::ready);
            return;
        }
        long nanos = next.dueNanos() - System.nanoTime();
        if (nanos <= 0) {
            selector.selectNow(this::ready);
        } else {
            // Rounded up: a selector counts in milliseconds, and one that wakes early would spin.
            selector.select(this::ready, (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
        }
    }

    private void releaseDue() {
        long now = System.nanoTime();
        for (HeldBack next = heldBack.peek(); next != null && next.dueNanos() <= now; next = heldBack.peek()) {
            heldBack.remove();
            next.connection().release(next.reply());
        }
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof HttpConnection connection) {
            connection.ready(shared);
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
                key.attach(new HttpConnection(this, channel, key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("accepting a loopback connection failed", e);
        }
    }

    /** Answers requests, one after the other, on the endpoint's thread. */
    interface Handler {
        /** The answer to a request. */
        HttpReply answer(HttpRequest request);

        /** A request that was answered has its answer on the way, or lost its connection. */
        void ended();
    }

    private record HeldBack(long dueNanos, long order, HttpConnection connection, HttpReply reply)
            implements Comparable<HeldBack> {
        @Override
        public int compareTo(HeldBack other) {
            // The difference, not the values: the clock behind them may wrap.
            int byTime = Long.signum(dueNanos - other.dueNanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
