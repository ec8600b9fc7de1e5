package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What hands a role to a machine.
 *
 * @param name unique within the account, whatever the case
 * @param path begins and ends with a slash
 * @param id unique identifier beginning with {@code AIPA}
 * @param created when it was made
 * @param role name of the one role that it can hold; null when it holds none
 * @param tags labels in the order they were given
 */
public record InstanceProfile(
        String name,
        String path,
        String id,
        Instant created,
        @Nullable String role,
        List<Tag> tags) {

    /** Copies the tags. */
    public InstanceProfile {
        tags = List.copyOf(tags);
    }

    /**
     * The ARN of the profile.
     *
     * @param accountId the account that holds it
     */
    public String arn(String accountId) {
        return "arn:aws:iam::" + accountId + ":instance-profile" + path + name;
    }
}
