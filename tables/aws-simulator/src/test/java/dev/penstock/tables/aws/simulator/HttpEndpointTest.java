package dev.penstock.tables.aws.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {
    private static final String FORM = "Action=ListUsers&Version=2010-05-08";
    private static final String SIGNED =
            "Authorization: AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/iam/aws4_request, Signature=0\r\n";

    private final AwsSimulator simulator = AwsSimulator.start(Estates.users(3));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void answersSeveralRequestsSentAtOnceOnOneConnection() throws IOException {
        String three = post("").repeat(2) + post("Connection: close\r\n");
        String answers = exchange(three);
        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(4);
        assertThat(answers).contains("Connection: close").endsWith("</ListUsersResponse>");
    }

    @Test
    void waitsForTheRestOfARequest() throws IOException {
        try (var socket = connect()) {
            byte[] request = post("Connection: close\r\n").getBytes(StandardCharsets.ISO_8859_1);
            for (byte each : request) {
                socket.getOutputStream().write(each);
                socket.getOutputStream().flush();
            }
            assertThat(text(socket)).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void saysGoOnToThoseWhoAsk() throws IOException {
        try (var socket = connect()) {
            String request = post("Expect: 100-continue\r\nConnection: close\r\n");
            int body = request.indexOf("\r\n\r\n") + 4;
            socket.getOutputStream().write(request.substring(0, body).getBytes(StandardCharsets.ISO_8859_1));
            byte[] goOn = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(new String(goOn, StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 100");
            socket.getOutputStream().write(request.substring(body).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(text(socket)).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void speaksGet() throws IOException {
        assertThat(exchange("GET /?" + FORM + " HTTP/1.0\r\n" + SIGNED + "\r\n"))
                .startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void refusesWhatItDoesNotSpeak() throws IOException {
        assertThat(exchange("PUT / HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 405");
        assertThat(exchange("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .startsWith("HTTP/1.1 501");
        assertThat(exchange("POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(exchange("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        assertThat(exchange("hello\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void sendsAnswersLargerThanASocketBuffer() throws IOException {
        try (var large = AwsSimulator.start(Estates.users(1_000))) {
            var client = new QueryClient(large);
            for (int i = 0; i < 5; i++) {
                assertThat(client.iam("ListUsers", "MaxItems", "1000").all("UserName"))
                        .hasSize(1_000);
            }
        }
    }

    @Test
    void heldBackAnswersCostNoThreadAndRunSideBySide() throws InterruptedException, ExecutionException {
        var options = SimulatorOptions.defaults().withLatency(Duration.ofMillis(30));
        try (var slow = AwsSimulator.start(Estates.users(10), options)) {
            var client = new QueryClient(slow);
            var pool = Executors.newFixedThreadPool(64);
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 640; i++) {
                answers.add(pool.submit(() ->
                        client.iam("ListAccessKeys", "UserName", "user-000003").status()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            pool.shutdown();
            assertThat(slow.log().count("iam:ListAccessKeys")).isEqualTo(640);
            assertThat(slow.log().peakInFlight()).isBetween(2, 64);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName()
                            .equals("aws-simulator-" + slow.endpoint().getPort()))
                    .singleElement()
                    .matches(Thread::isDaemon);
        }
    }

    @Test
    void closingFreesThePortAndEndsConnections() throws IOException {
        int port = simulator.endpoint().getPort();
        try (var socket = connect()) {
            simulator.close();
            assertThat(ended(socket)).isTrue();
        }
        try (var again =
                AwsSimulator.start(Estates.empty(), SimulatorOptions.defaults().withPort(port))) {
            assertThat(again.endpoint().getPort()).isEqualTo(port);
        }
    }

    /** Whether the other side has closed: a close that overtakes bytes not read yet arrives as a reset. */
    private static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == -1;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void takenPortIsNamed() {
        int port = simulator.endpoint().getPort();
        assertThatThrownBy(() -> AwsSimulator.start(
                        Estates.empty(), SimulatorOptions.defaults().withPort(port)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot listen on loopback port " + port);
    }

    private static String post(String headers) {
        return "POST / HTTP/1.1\r\nHost: here\r\n" + SIGNED + headers + "Content-Length: " + FORM.length() + "\r\n\r\n"
                + FORM;
    }

    private String exchange(String request) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return text(socket);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), simulator.endpoint().getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static String text(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
