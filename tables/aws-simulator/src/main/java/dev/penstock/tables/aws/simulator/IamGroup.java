package dev.penstock.tables.aws.simulator;

import java.time.Instant;

/**
 * A group of users.
 *
 * @param name unique within the account, whatever the case
 * @param path begins and ends with a slash
 * @param id unique identifier beginning with {@code AGPA}
 * @param created when it was made
 */
public record IamGroup(String name, String path, String id, Instant created) {
    /**
     * The ARN of the group.
     *
     * @param accountId the account that holds it
     */
    public String arn(String accountId) {
        return "arn:aws:iam::" + accountId + ":group" + path + name;
    }
}
