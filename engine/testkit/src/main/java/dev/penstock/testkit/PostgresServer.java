package dev.penstock.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of our own, where its programs are installed: a new cluster in a temporary folder, on a free port. */
public final class PostgresServer implements AutoCloseable {
    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts a server; empty where PostgreSQL 15 is not installed. {@code -Dpenstock.postgres} names the folder of its
     * programs.
     *
     * @param settings such as {@code shared_buffers=1GB}
     */
    public static Optional<PostgresServer> start(String... settings) throws IOException {
        Path programs = Path.of(System.getProperty("penstock.postgres", "/usr/lib/postgresql/15/bin"));
        if (!Files.isExecutable(programs.resolve("initdb"))) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("penstock-postgres");
        if (isRoot()) {
            // PostgreSQL refuses to run as root.
            run(List.of("chown", "postgres", folder.toString()));
        }
        var server = new PostgresServer(programs, folder, freePort());
        server.program(
                "initdb",
                "-D",
                folder.resolve("data").toString(),
                "-U",
                "test",
                "-E",
                "UTF8",
                "--locale",
                "C.UTF-8",
                "-A",
                "trust");
        server.program(
                "pg_ctl",
                "-D",
                folder.resolve("data").toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + server.port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off"
                        + String.join(
                                "",
                                Stream.of(settings)
                                        .map(setting -> " -c " + setting)
                                        .toList()),
                "start");
        return Optional.of(server);
    }

    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port
                + "/postgres?user=test&preferQueryMode=simple&options=-c%20TimeZone=UTC");
        try (var statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
        }
        return connection;
    }

    @Override
    public void close() throws IOException {
        program("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void program(String name, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
