package dev.penstock.tables.aws.simulator;

/**
 * A rule of IAM that a request, or a change made in code, breaks; carries what the service would answer.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">Common errors of IAM</a>
 */
public final class IamException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * Creates the error as the service would send it.
     *
     * @param status HTTP status
     * @param code error code, such as {@code NoSuchEntity}
     * @param message text for the caller
     */
    public IamException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Error code of the answer, such as {@code NoSuchEntity}. */
    public String code() {
        return code;
    }

    /** The text of the answer. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    static IamException noSuchUser(String name) {
        return noSuchEntity("The user with name " + name + " cannot be found.");
    }

    static IamException noSuchKey(String accessKeyId) {
        return noSuchEntity("The Access Key with id " + accessKeyId + " cannot be found.");
    }

    static IamException noSuchEntity(String message) {
        return new IamException(404, "NoSuchEntity", message);
    }

    static IamException userExists(String name) {
        return new IamException(409, "EntityAlreadyExists", "User with name " + name + " already exists.");
    }

    static IamException limitExceeded(String quota, int limit) {
        return new IamException(409, "LimitExceeded", "Cannot exceed quota for " + quota + ": " + limit);
    }

    static IamException deleteConflict(String whatMustGoFirst) {
        return new IamException(409, "DeleteConflict", "Cannot delete entity, must " + whatMustGoFirst + " first.");
    }

    static IamException validation(String message) {
        return new IamException(400, "ValidationError", message);
    }

    static IamException constraint(String value, String field, String constraint) {
        return validation("1 validation error detected: Value '" + value + "' at '" + field
                + "' failed to satisfy constraint: " + constraint);
    }
}
