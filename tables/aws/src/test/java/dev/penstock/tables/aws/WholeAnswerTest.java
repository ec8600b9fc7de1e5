package dev.penstock.tables.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Prompt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Answers that are none, each with HTTP status 200. */
class WholeAnswerTest {

    @TestFactory
    Stream<DynamicTest> halfAnAnswerIsNone() {
        return Stream.of(
                refused("nothing", ""),
                refused("blanks", " \n "),
                refused("a page", "<html><body>sign in</body></html>"),
                refused("a page that speaks of the answer", "<html><!-- <ListUsersResponse> --></html>"),
                refused("another answer", "<ListGroupsResponse><ListGroupsResult/></ListGroupsResponse>"),
                refused("no result", "<ListUsersResponse/>"),
                refused("an empty result", "<ListUsersResponse><ListUsersResult/></ListUsersResponse>"),
                refused("no list", listUsers("<IsTruncated>false</IsTruncated>")));
    }

    @TestFactory
    Stream<DynamicTest> anEmptyListIsAnAnswer() {
        return Stream.of(
                        listUsers("<Users/><IsTruncated>false</IsTruncated>"),
                        "<?xml version=\"1.0\"?>\n<!-- of IAM -->\n" + listUsers("<Users></Users>"))
                .map(body -> DynamicTest.dynamicTest(
                        body,
                        () -> answered(
                                body,
                                aws -> assertThat(aws.iam().listUsers().users()).isEmpty())));
    }

    private static String listUsers(String result) {
        return "<ListUsersResponse><ListUsersResult>" + result + "</ListUsersResult></ListUsersResponse>";
    }

    private static DynamicTest refused(String name, String body) {
        return DynamicTest.dynamicTest(
                name,
                () -> answered(
                        body,
                        aws -> assertThatThrownBy(() -> aws.iam().listUsers())
                                .hasStackTraceContaining("the answer is not one of AWS")));
    }

    private static void answered(String body, Consumer<AwsConnection> check) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] octets = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, octets.length == 0 ? -1 : octets.length);
            exchange.getResponseBody().write(octets);
            exchange.close();
        });
        server.start();
        String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        var config = new ConnectionConfig(
                "aws", "aws", Map.of("access_key", "AKIA", "secret_key", "s", "endpoint_url", endpoint), 1);
        try (AwsConnection aws = new AwsPlugin(List.of()).connect(config, Prompt.NOBODY)) {
            check.accept(aws);
        } finally {
            server.stop(0);
        }
    }
}
