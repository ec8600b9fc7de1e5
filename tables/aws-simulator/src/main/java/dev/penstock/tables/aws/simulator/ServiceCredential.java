package dev.penstock.tables.aws.simulator;

import java.time.Instant;

/**
 * User name and password of a user for one service, such as a repository over HTTPS.
 *
 * @param service such as {@code codecommit.amazonaws.com}
 * @param id unique identifier beginning with {@code ACCA}
 * @param created when it was made
 * @param userName the name to sign in with
 * @param active whether it works
 */
public record ServiceCredential(String service, String id, Instant created, String userName, boolean active) {}
