package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of users.
 *
 * @param name unique within the account, whatever the case
 * @param path begins and ends with a slash
 * @param id unique identifier beginning with {@code AGPA}
 * @param created when it was made
 * @param inlinePolicies embedded policies
 * @param attachedPolicies ARNs of managed policies
 */
public record IamGroup(
        String name,
        String path,
        String id,
        Instant created,
        List<InlinePolicy> inlinePolicies,
        List<String> attachedPolicies)
        implements PolicyHolder {

    /** Copies the lists. */
    public IamGroup {
        inlinePolicies = List.copyOf(inlinePolicies);
        attachedPolicies = List.copyOf(attachedPolicies);
    }

    /**
     * The ARN of the group.
     *
     * @param accountId the account that holds it
     */
    public String arn(String accountId) {
        return "arn:aws:iam::" + accountId + ":group" + path + name;
    }

    /** Groups have no boundary. */
    @Override
    public @Nullable String boundary() {
        return null;
    }
}
