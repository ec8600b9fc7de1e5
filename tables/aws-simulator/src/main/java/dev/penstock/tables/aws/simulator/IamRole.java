package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * @param name unique within the account, whatever the case
 * @param path begins and ends with a slash
 * @param id unique identifier beginning with {@code AROA}
 * @param created when it was made
 * @param trustPolicy JSON text that says who may take the role
 * @param description what it is for; null when nothing was said
 * @param maxSessionSeconds how long a session may last
 * @param lastUse when and where it was last used; null when never
 * @param inlinePolicies embedded policies
 * @param attachedPolicies ARNs of managed policies
 * @param tags labels in the order they were given
 * @param boundary ARN of the permissions boundary; null when there is none
 */
public record IamRole(
        String name,
        String path,
        String id,
        Instant created,
        String trustPolicy,
        @Nullable String description,
        int maxSessionSeconds,
        @Nullable RoleUse lastUse,
        List<InlinePolicy> inlinePolicies,
        List<String> attachedPolicies,
        List<Tag> tags,
        @Nullable String boundary)
        implements PolicyHolder {

    /** Copies the lists. */
    public IamRole {
        inlinePolicies = List.copyOf(inlinePolicies);
        attachedPolicies = List.copyOf(attachedPolicies);
        tags = List.copyOf(tags);
    }

    /**
     * The ARN of the role.
     *
     * @param accountId the account that holds it
     */
    public String arn(String accountId) {
        return "arn:aws:iam::" + accountId + ":role" + path + name;
    }

    /** When and where a role was last used. */
    public record RoleUse(Instant when, String region) {}
}
