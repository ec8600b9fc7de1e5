package dev.penstock.spi.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one exception that Penstock's rooms throw. Its message is one line for people: what, where, what to do next.
 */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable TextPosition position;
    private final transient @Nullable FailedCall call;

    /** An error without a place in a text and without a cause. */
    public EngineException(ErrorCode code, String message) {
        this(code, message, null, null, null);
    }

    /** An error caused by another one. */
    public EngineException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, null, null, cause);
    }

    /** An error at a place of the SQL or mod text, if one is known. */
    public EngineException(ErrorCode code, String message, @Nullable TextPosition position, @Nullable Throwable cause) {
        this(code, message, position, null, cause);
    }

    /** The error that an API call ended with. */
    public EngineException(FailedCall call, ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, null, call, cause);
    }

    private EngineException(
            ErrorCode code,
            String message,
            @Nullable TextPosition position,
            @Nullable FailedCall call,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.position = position;
        this.call = call;
    }

    /** What went wrong. */
    public ErrorCode code() {
        return code;
    }

    /** Where in the text that the user wrote, if the error has a place there. */
    public Optional<TextPosition> position() {
        return Optional.ofNullable(position);
    }

    /** The API call that failed, if the error is about one. */
    public Optional<FailedCall> call() {
        return Optional.ofNullable(call);
    }

    /** The message, never null: every constructor demands one. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? code.name() : message;
    }
}
