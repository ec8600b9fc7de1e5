package dev.penstock.tables.aws.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** Tells a sign-on that is over, which a person must renew, from everything else that can go wrong with one. */
final class SsoTrouble {
    /** What the portal and its token service say of a sign-on that they do not take any more. */
    private static final Set<String> OVER = Set.of(
            "unauthorizedexception",
            "invalidgrantexception",
            "invalidclientexception",
            "unauthorizedclientexception",
            "expiredtokenexception");

    private SsoTrouble() {}

    static boolean isSso(Profile profile) {
        return profile.property(ProfileProperty.SSO_START_URL).isPresent()
                || profile.property("sso_session").isPresent();
    }

    static boolean isOver(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AwsServiceException service) {
                return service.awsErrorDetails() != null
                        && OVER.contains(
                                String.valueOf(service.awsErrorDetails().errorCode())
                                        .toLowerCase(Locale.ROOT));
            }
            // The token's file is missing, or can't be read.
            if (cause instanceof UncheckedIOException || cause instanceof IOException) {
                return !isNetwork(cause);
            }
        }
        return true;
    }

    private static boolean isNetwork(Throwable thrown) {
        return thrown instanceof java.net.SocketException
                || thrown instanceof java.net.UnknownHostException
                || thrown instanceof java.net.SocketTimeoutException
                || (thrown.getCause() != null && isNetwork(thrown.getCause()));
    }
}
