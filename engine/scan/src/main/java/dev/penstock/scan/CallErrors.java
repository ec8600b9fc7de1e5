package dev.penstock.scan;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.FailedCall;
import dev.penstock.spi.error.Failure;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in one line which call failed, where, why, and what to do next. */
final class CallErrors {
    /** The service's words come from outside: control characters must not reach a terminal. */
    private static final Pattern NOT_FOR_A_LINE =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s\\u2028\\u2029]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** An account that answers nothing at all. */
    static final CallFailure UNANSWERED =
            new CallFailure(Failure.TRANSIENT, "", "nothing was answered until the account's deadline", null);

    private CallErrors() {}

    static EngineException of(CallFailedException failed, String subject, String connection, @Nullable String account) {
        CallFailure failure = failed.failure();
        String action = failed.action();
        String call = subject.isEmpty() ? action : action + " for \"" + subject + "\"";
        String where = account == null
                ? " (connection " + connection + ")"
                : " in account " + account + " (connection " + connection + ")";
        String advice = failure.advice() == null ? "" : "; " + failure.advice();
        String said = failure.message().isEmpty() ? "" : ": " + failure.message();
        String message = switch (failure.kind()) {
            case DENIED -> call + " was denied" + where + ", the caller needs the permission " + action + said;
            case EXPIRED -> call + " could not be signed" + where + said + advice;
            case THROTTLED ->
                call + " was throttled to the end" + where + said + "; try again later or with fewer calls in flight";
            case NOT_READY -> call + " was not done in time" + where + said + "; try again later";
            case NOT_MADE, NOT_FOUND, TRANSIENT, FATAL -> call + " failed" + where + said + advice;
        };
        return new EngineException(
                new FailedCall(action, connection, Optional.ofNullable(account)),
                code(failure),
                NOT_FOR_A_LINE.matcher(message).replaceAll(" "),
                failed.getCause());
    }

    private static ErrorCode code(CallFailure failure) {
        return switch (failure.kind()) {
            case DENIED -> ErrorCode.ACCESS_DENIED;
            case EXPIRED ->
                failure.code().equals("NoCredentials") ? ErrorCode.NO_CREDENTIALS : ErrorCode.EXPIRED_CREDENTIALS;
            case THROTTLED -> ErrorCode.THROTTLED;
            case NOT_MADE, NOT_READY, NOT_FOUND, TRANSIENT, FATAL -> ErrorCode.CALL_FAILED;
        };
    }
}
