package dev.penstock.tables.aws.simulator;

import java.time.Instant;

/** What a caller signs with after having signed in to a role. */
record RoleSession(String accessKeyId, String secret, String token, Caller caller, Instant expires) {

    /** As STS writes it. */
    XmlText xml() {
        return new XmlText()
                .element("AccessKeyId", accessKeyId)
                .element("SecretAccessKey", secret)
                .element("SessionToken", token)
                .element("Expiration", expires.toString());
    }

    /** As the metadata services of instances and containers write it. */
    JsonText json() {
        return new JsonText()
                .member("Code", "Success")
                .member("Type", "AWS-HMAC")
                .member("AccessKeyId", accessKeyId)
                .member("SecretAccessKey", secret)
                .member("Token", token)
                .member("Expiration", expires.toString());
    }
}
