package dev.penstock.tables.aws.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects what one group of an estate is and holds. */
public final class GroupBuilder {
    private final String name;
    private final String id;
    private final List<InlinePolicy> inlinePolicies = new ArrayList<>();
    private final List<String> attachedPolicies = new ArrayList<>();
    private String path = "/";
    private Instant created;

    GroupBuilder(String name, IdSequence ids, Instant created) {
        this.name = name;
        this.id = ids.groupId();
        this.created = created;
    }

    /** Sets the path, which begins and ends with a slash; {@code /} where not set. */
    @CanIgnoreReturnValue
    public GroupBuilder path(String newPath) {
        path = IamRules.path(newPath, "path");
        return this;
    }

    /** Sets when the group was made. */
    @CanIgnoreReturnValue
    public GroupBuilder created(Instant when) {
        created = when;
        return this;
    }

    /** Embeds a policy. */
    @CanIgnoreReturnValue
    public GroupBuilder inlinePolicy(String policyName, String json) {
        inlinePolicies.add(new InlinePolicy(IamRules.name(policyName, "policyName"), json));
        return this;
    }

    /** Attaches a managed policy. */
    @CanIgnoreReturnValue
    public GroupBuilder attachedPolicy(String arn) {
        attachedPolicies.add(arn);
        return this;
    }

    IamGroup build() {
        return new IamGroup(name, path, id, created, inlinePolicies, attachedPolicies);
    }
}
