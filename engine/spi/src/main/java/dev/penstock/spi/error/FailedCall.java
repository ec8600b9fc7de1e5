package dev.penstock.spi.error;

import java.util.Optional;

/**
 * The API call that an error is about; its message says the same in words.
 *
 * @param action such as {@code iam:ListUsers}
 * @param connection the name of the connection it was made with
 * @param account the account, if it is known
 */
public record FailedCall(String action, String connection, Optional<String> account) {}
