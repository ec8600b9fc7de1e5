package dev.penstock.cli;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The truth table against a service that is not ours: moto's IAM, with users made by boto3. Skipped where there is none. */
class MotoServerTest {
    private static final String MAKE_USERS = """
            import sys, boto3
            iam = boto3.client("iam", endpoint_url=sys.argv[1], region_name="us-east-1",
                               aws_access_key_id="testing", aws_secret_access_key="testing")
            def user(name, states, path="/"):
                iam.create_user(UserName=name, Path=path)
                for state in states:
                    key = iam.create_access_key(UserName=name)["AccessKey"]["AccessKeyId"]
                    if state == "I":
                        iam.update_access_key(UserName=name, AccessKeyId=key, Status="Inactive")
            user("none", "")
            user("one_active", "A")
            user("active_inactive", "AI")
            user("one_inactive", "I")
            user("two_inactive", "II")
            user("two_active", "AA")
            user("below_a_path", "AA", "/engineering/")
            user("bob", "A")
            user("bobby", "A")
            user("svc_a", "A")
            user("svc-a", "A")
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void theTruthTable() throws IOException, InterruptedException {
        assumeTrue(onPath("moto_server"), "skipped: no moto_server on the PATH");
        int port = freePort();
        Process server = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("moto.log").toFile())
                .start();
        try {
            assertThat(serves(port, server)).as(() -> log("moto.log")).isTrue();
            URI endpoint = URI.create("http://127.0.0.1:" + port);
            assumeTrue(makeUsers(endpoint), () -> "skipped: boto3 can't be run: " + log("boto3.log"));
            ControlRun run = ControlRun.over(endpoint);
            assertThat(run.check().error()).isEmpty();
            String arn = "arn:aws:iam::123456789012:user";
            assertThat(run.verdicts())
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry(arn + "/none", "ok"),
                            Map.entry(arn + "/one_active", "ok"),
                            Map.entry(arn + "/active_inactive", "ok"),
                            Map.entry(arn + "/one_inactive", "ok"),
                            Map.entry(arn + "/two_inactive", "ok"),
                            Map.entry(arn + "/two_active", "alarm"),
                            Map.entry(arn + "/engineering/below_a_path", "alarm"),
                            Map.entry(arn + "/bob", "ok"),
                            Map.entry(arn + "/bobby", "ok"),
                            Map.entry(arn + "/svc_a", "ok"),
                            Map.entry(arn + "/svc-a", "ok")));
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean serves(int port, Process server) throws InterruptedException {
        for (int i = 0; i < 600 && server.isAlive(); i++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        return false;
    }

    private boolean makeUsers(URI endpoint) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("users.py"), MAKE_USERS);
        Process python = new ProcessBuilder("python3", script.toString(), endpoint.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("boto3.log").toFile())
                .start();
        return python.waitFor(2, TimeUnit.MINUTES) && python.exitValue() == 0;
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
