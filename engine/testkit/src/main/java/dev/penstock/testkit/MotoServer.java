package dev.penstock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A moto_server of its own on loopback, filled by boto3. A test that wants one is skipped where there is none. */
public final class MotoServer implements AutoCloseable {
    private final Path folder;
    private final Process server;
    private final int port;

    private MotoServer(Path folder, Process server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server.
     *
     * @param folder where it writes its log
     */
    public static MotoServer start(Path folder) throws IOException, InterruptedException {
        assumeTrue(onPath("moto_server"), "skipped: no moto_server on the PATH");
        int port = freePort();
        var command = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("moto.log").toFile());
        command.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
        var moto = new MotoServer(folder, command.start(), port);
        assertThat(moto.serves()).as(() -> moto.log("moto.log")).isTrue();
        return moto;
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Runs a Python program that finds the endpoint in its first argument; the test is skipped where there is no boto3. */
    public void fill(String program) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("fill.py"), program);
        Process python = new ProcessBuilder(
                        "python3", script.toString(), endpoint().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("boto3.log").toFile())
                .start();
        boolean done = python.waitFor(2, TimeUnit.MINUTES) && python.exitValue() == 0;
        assumeTrue(done || !log("boto3.log").contains("No module named 'boto3'"), "skipped: python3 has no boto3");
        assertThat(done).as(() -> log("boto3.log")).isTrue();
    }

    @Override
    public void close() {
        server.destroyForcibly().onExit().join();
    }

    /** Whether a program is on the PATH. */
    public static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean serves() throws InterruptedException {
        for (int i = 0; i < 600 && server.isAlive(); i++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        return false;
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
