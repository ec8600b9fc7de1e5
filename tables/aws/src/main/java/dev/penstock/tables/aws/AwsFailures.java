package dev.penstock.tables.aws;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.error.Failure;
import dev.penstock.tables.aws.signin.SignInException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * What the failures of AWS calls mean. Codes are those that the API references
 * of the services name as common errors, and as errors of the operations in use.
 */
final class AwsFailures {
    private static final Set<String> THROTTLED = Set.of(
            "throttling",
            "throttlingexception",
            "throttledexception",
            "requestthrottled",
            "requestthrottledexception",
            "toomanyrequestsexception",
            "requestlimitexceeded",
            "bandwidthlimitexceeded",
            "slowdown");
    private static final Set<String> DENIED = Set.of(
            "accessdenied", "accessdeniedexception", "unauthorizedoperation", "unauthorizedaccess", "optinrequired");
    private static final Set<String> EXPIRED = Set.of(
            "expiredtoken",
            "expiredtokenexception",
            "invalidclienttokenid",
            "signaturedoesnotmatch",
            "unrecognizedclientexception",
            "missingauthenticationtoken",
            "incompletesignature",
            "authfailure",
            "requestexpired",
            "requesttimetooskewed");
    private static final Set<String> NOT_FOUND = Set.of(
            "nosuchentity",
            "nosuchentityexception",
            "resourcenotfoundexception",
            "awsorganizationsnotinuseexception",
            "accountnotfoundexception",
            "childnotfoundexception",
            "parentnotfoundexception",
            "targetnotfoundexception",
            "invalidinstanceid.notfound",
            "invalidinstanceid.malformed");
    private static final Set<String> NOT_MADE = Set.of("reportnotpresent", "reportexpired");

    private AwsFailures() {}

    static CallFailure describe(RuntimeException thrown) {
        if (thrown instanceof AwsServiceException service) {
            return ofService(service);
        }
        if (thrown instanceof NotReadyException) {
            return new CallFailure(Failure.NOT_READY, "", String.valueOf(thrown.getMessage()), null);
        }
        SignInException signIn = signIn(thrown);
        return signIn == null ? ofClient(thrown) : ofSignIn(signIn);
    }

    private static @Nullable SignInException signIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SignInException found) {
                return found;
            }
        }
        return null;
    }

    /** What stands in the way of credentials is told, and passes by itself where only the service stumbled. */
    private static CallFailure ofSignIn(SignInException thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (!(thrown.getCause() instanceof RuntimeException cause)) {
            return new CallFailure(Failure.EXPIRED, thrown.code(), message, thrown.advice());
        }
        CallFailure inner = describe(cause);
        Failure kind = cause instanceof AwsServiceException || isUnreachable(cause) ? inner.kind() : Failure.EXPIRED;
        boolean passes = kind == Failure.THROTTLED || kind == Failure.TRANSIENT;
        return new CallFailure(
                passes ? kind : Failure.EXPIRED,
                passes ? inner.code() : thrown.code(),
                message + ": " + inner.message().strip().replaceAll("\\.$", ""),
                thrown.advice());
    }

    private static CallFailure ofService(AwsServiceException thrown) {
        String code =
                thrown.awsErrorDetails() == null || thrown.awsErrorDetails().errorCode() == null
                        ? ""
                        : thrown.awsErrorDetails().errorCode();
        String said =
                thrown.awsErrorDetails() == null || thrown.awsErrorDetails().errorMessage() == null
                        ? "HTTP status " + thrown.statusCode()
                        : thrown.awsErrorDetails().errorMessage();
        String message = code.isEmpty() ? said : code + ": " + said;
        String known = code.toLowerCase(Locale.ROOT);
        if (THROTTLED.contains(known) || thrown.statusCode() == 429) {
            return new CallFailure(Failure.THROTTLED, code, message, null);
        }
        if (NOT_MADE.contains(known)) {
            return new CallFailure(Failure.NOT_MADE, code, message, null);
        }
        if (known.equals("reportinprogress")) {
            return new CallFailure(Failure.NOT_READY, code, message, null);
        }
        if (NOT_FOUND.contains(known)) {
            return new CallFailure(Failure.NOT_FOUND, code, message, null);
        }
        if (EXPIRED.contains(known)) {
            return new CallFailure(Failure.EXPIRED, code, message, "sign in again, or check the keys in use");
        }
        if (DENIED.contains(known) || known.startsWith("accessdenied") || thrown.statusCode() == 403) {
            return new CallFailure(Failure.DENIED, code, message, null);
        }
        // An answer without an error code did not come from IAM itself, or not whole.
        boolean stumbled = thrown.statusCode() >= 500 || code.isEmpty();
        return new CallFailure(stumbled ? Failure.TRANSIENT : Failure.FATAL, code, message, null);
    }

    private static CallFailure ofClient(RuntimeException thrown) {
        String message = rootMessage(thrown);
        String all = messages(thrown);
        if (all.contains("endpointOverride")) {
            return new CallFailure(
                    Failure.FATAL, "", message, "AWS_ENDPOINT_URL and its like need a URL such as https://host:port");
        }
        if (isUnreachable(thrown)) {
            return new CallFailure(
                    Failure.TRANSIENT, "", message, "check the network, the proxy and AWS_ENDPOINT_URL, if one is set");
        }
        // What is left of the SDK's own complaints are the network and answers that could not be read.
        boolean stumbled = thrown instanceof SdkClientException || thrown.getCause() != null;
        return new CallFailure(stumbled ? Failure.TRANSIENT : Failure.FATAL, "", message, null);
    }

    private static boolean isUnreachable(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof ConnectException || t instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        // The SDK counts its own attempts, of which there is always one: the engine's are others.
        String outer = String.valueOf(thrown.getMessage()).replaceAll(" \\(SDK Attempt Count: \\d+\\)", "");
        String message = inner.getMessage();
        return inner == thrown || message == null || outer.contains(message)
                ? outer
                : outer + " (" + inner.getClass().getSimpleName() + ": " + message + ")";
    }

    private static String messages(@Nullable Throwable thrown) {
        var all = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        return all.toString();
    }
}
