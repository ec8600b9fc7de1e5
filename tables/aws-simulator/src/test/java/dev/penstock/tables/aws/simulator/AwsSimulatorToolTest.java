package dev.penstock.tables.aws.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsSimulatorToolTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsOneLineAndServes() {
        assertThat(run("--estate", "users:3", "--latency-ms", "1", "--rate", "1000", "--burst", "5"))
                .isZero();
        assertThat(out.toString()).matches("http://127\\.0\\.0\\.1:[0-9]+\\R");
        assertThat(err.toString()).isEmpty();
        var answer = QueryClient.send(HttpRequest.newBuilder(
                        URI.create(out.toString().strip() + "/?Action=ListUsers&Version=2010-05-08"))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=A/1/us-east-1/iam/aws4_request, Signature=0")
                .build());
        assertThat(answer.all("UserName")).hasSize(3);
    }

    @Test
    void servesTheDemoByDefault() {
        assertThat(ToolArguments.parse().estate().userNames()).contains("jonas");
        assertThat(ToolArguments.parse("--estate", "empty").estate().userCount())
                .isZero();
        assertThat(ToolArguments.parse("--rate", "2.5").options().rateLimits())
                .containsEntry("*", new RateLimit(2.5, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "--estate moon, '--estate is demo, empty or users:N, not ''moon'''",
        "--estate users:x, '--estate users needs a whole number, not ''x'''",
        "--estate users:100001, an estate has 0 to 100000 users",
        "--port, --port needs a value",
        "--port 70000, 'a port is 0 to 65535, not 70000'",
        "--latency-ms -1, '--latency-ms needs a whole number, not ''-1'''",
        "--rate 0, a rate limit needs a rate above 0",
        "--burst 1, --burst needs --rate",
        "--port 0 --port 0, --port is given twice",
        "--loud 1, unknown argument '--loud'"
    })
    void refusesBadArgumentsInOneLine(String arguments, String message) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("aws-simulator: " + message).hasLineCount(1);
    }

    private int run(String... arguments) {
        return ToolProvider.findFirst("aws-simulator")
                .orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
