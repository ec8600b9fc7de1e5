package dev.penstock.tables.aws.signin;

import org.jspecify.annotations.Nullable;

/** There are no credentials to sign with. Its message and causes hold nothing that is secret. */
public final class SignInException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String advice;

    SignInException(String code, String message, String advice, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.advice = advice;
    }

    /** Nothing to sign with in the place that was chosen. */
    static SignInException none(String message, String advice, @Nullable Throwable cause) {
        return new SignInException("NoCredentials", message, advice, cause);
    }

    /** Which kind of trouble it is: {@code NoCredentials} or {@code ExpiredSso}. */
    public String code() {
        return code;
    }

    /** What the user can do next. */
    public String advice() {
        return advice;
    }
}
