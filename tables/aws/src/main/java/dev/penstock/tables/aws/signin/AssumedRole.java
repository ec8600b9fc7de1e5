package dev.penstock.tables.aws.signin;

import dev.penstock.spi.Prompt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * A role, and what is said when it is assumed.
 *
 * @param arn the role's ARN
 * @param sessionName what the role's account sees of who it was; null for the product's name
 * @param externalId what the role asks of callers from other accounts; null if nothing
 * @param mfaSerial the second factor whose code is shown; null for none
 * @param seconds how long a session lasts; null for as long as the service thinks right
 */
public record AssumedRole(
        String arn,
        @Nullable String sessionName,
        @Nullable String externalId,
        @Nullable String mfaSerial,
        @Nullable Integer seconds) {
    /** Who a session says to be, where nothing else is said. */
    static final String SESSION = "penstock";

    /** A role that asks for no second factor. */
    public AssumedRole(String arn, @Nullable String sessionName, @Nullable String externalId) {
        this(arn, sessionName, externalId, null, null);
    }

    /** What is sent for it; a code counts once, so each request asks anew. */
    AssumeRoleRequest request(Prompt prompt) {
        return AssumeRoleRequest.builder()
                .roleArn(arn)
                .roleSessionName(sessionName == null ? SESSION : sessionName)
                .externalId(externalId)
                .durationSeconds(seconds)
                .serialNumber(mfaSerial)
                .tokenCode(mfaSerial == null ? null : code(prompt, mfaSerial))
                .build();
    }

    private String code(Prompt prompt, String serial) {
        return prompt.ask("One-time code of " + serial + " for the role " + arn + ": ")
                .map(String::strip)
                .orElseThrow(() -> SignInException.none(
                        "the role " + arn + " asks for a code of the second factor " + serial
                                + ", and there is no terminal to ask for it on",
                        "run it on a terminal, or hand over a session that was signed in with the second factor",
                        null));
    }
}
