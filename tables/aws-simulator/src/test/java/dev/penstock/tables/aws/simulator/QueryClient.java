package dev.penstock.tables.aws.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Sends requests in the query protocol, signed by one access key. */
final class QueryClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI endpoint;
    private final String accessKeyId;

    QueryClient(AwsSimulator simulator, String accessKeyId) {
        this.endpoint = simulator.endpoint();
        this.accessKeyId = accessKeyId;
    }

    QueryClient(AwsSimulator simulator) {
        this(simulator, "AKIAANYKEY");
    }

    QueryAnswer iam(String action, String... parameters) {
        return call("iam", "2010-05-08", action, parameters);
    }

    QueryAnswer sts(String action, String... parameters) {
        return call("sts", "2011-06-15", action, parameters);
    }

    QueryAnswer call(String service, String version, String action, String... parameters) {
        var form = new StringBuilder("Action=" + action + "&Version=" + version);
        for (int i = 0; i < parameters.length; i += 2) {
            form.append('&').append(encoded(parameters[i])).append('=').append(encoded(parameters[i + 1]));
        }
        return send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + accessKeyId + "/20260101/us-east-1/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=00")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build());
    }

    static QueryAnswer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new QueryAnswer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    record QueryAnswer(int status, String xml) {
        List<String> all(String element) {
            return Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                    .matcher(xml)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }

        String one(String element) {
            var found = all(element);
            if (found.size() != 1) {
                throw new AssertionError(element + " is there " + found.size() + " times in " + xml);
            }
            return found.get(0);
        }

        boolean has(String element) {
            return xml.contains("<" + element + ">");
        }

        String error() {
            return status + " " + one("Code") + ": " + one("Message");
        }
    }
}
