package dev.penstock.tables.aws.simulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who says to have signed a request. The signature itself is not checked: the simulator knows no secrets.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">Signature Version 4</a>
 */
record Signature(String accessKeyId, String region, String service) {
    private static final Pattern CREDENTIAL =
            Pattern.compile("AWS4-[A-Z0-9-]+ .*?Credential=([^/,\\s]+)/[^/]*/(?:([^/]*)/)?([^/]*)/aws4_request.*");

    static @Nullable Signature of(HttpRequest request) {
        String header = request.header("Authorization");
        if (header == null) {
            return null;
        }
        Matcher matcher = CREDENTIAL.matcher(header);
        if (!matcher.matches()) {
            throw new IamException(400, "IncompleteSignature", "Authorization header requires 'Credential' parameter.");
        }
        String region = matcher.group(2);
        return new Signature(matcher.group(1), region == null ? "" : region, matcher.group(3));
    }
}
