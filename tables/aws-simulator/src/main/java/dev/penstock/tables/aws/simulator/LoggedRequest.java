package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that a simulator received, and how it was answered.
 *
 * @param action such as {@code iam:ListUsers}
 * @param parameters the parameters sent, without Action and Version
 * @param accessKeyId the access key id that signed the request; null when it was not signed
 * @param accountId the account that the access key chose; null when it chose none
 * @param time when it was received
 * @param status HTTP status of the answer; 0 when the connection was dropped instead
 * @param errorCode error code of the answer; null when there was no error
 */
public record LoggedRequest(
        String action,
        Map<String, String> parameters,
        @Nullable String accessKeyId,
        @Nullable String accountId,
        Instant time,
        int status,
        @Nullable String errorCode) {

    /** Copies the parameters. */
    public LoggedRequest {
        parameters = Map.copyOf(parameters);
    }
}
