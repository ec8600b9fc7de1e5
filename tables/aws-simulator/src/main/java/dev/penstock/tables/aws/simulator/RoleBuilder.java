package dev.penstock.tables.aws.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what one role of an estate is and holds. */
public final class RoleBuilder {
    private static final int ONE_HOUR = 3600;

    private final String name;
    private final String id;
    private final List<InlinePolicy> inlinePolicies = new ArrayList<>();
    private final List<String> attachedPolicies = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private String path = "/";
    private Instant created;
    private String trustPolicy = trust("Service", "ec2.amazonaws.com");
    private int maxSessionSeconds = ONE_HOUR;
    private @Nullable String description;
    private IamRole.@Nullable RoleUse lastUse;
    private @Nullable String boundary;

    RoleBuilder(String name, IdSequence ids, Instant created) {
        this.name = name;
        this.id = ids.roleId();
        this.created = created;
    }

    /** Sets the path, which begins and ends with a slash; {@code /} where not set. */
    @CanIgnoreReturnValue
    public RoleBuilder path(String newPath) {
        path = IamRules.path(newPath, "path");
        return this;
    }

    /** Sets when the role was made. */
    @CanIgnoreReturnValue
    public RoleBuilder created(Instant when) {
        created = when;
        return this;
    }

    /** Lets a service take the role, such as {@code lambda.amazonaws.com}; that of EC2 where not set. */
    @CanIgnoreReturnValue
    public RoleBuilder trustedService(String service) {
        return trustPolicy(trust("Service", service));
    }

    /** Lets a principal take the role, such as the ARN of another account. */
    @CanIgnoreReturnValue
    public RoleBuilder trustedPrincipal(String arn) {
        return trustPolicy(trust("AWS", arn));
    }

    /** Sets the whole trust policy. */
    @CanIgnoreReturnValue
    public RoleBuilder trustPolicy(String json) {
        trustPolicy = json;
        return this;
    }

    /** Says what the role is for. */
    @CanIgnoreReturnValue
    public RoleBuilder description(String text) {
        description = text;
        return this;
    }

    /** Sets how long a session may last; an hour where not set. */
    @CanIgnoreReturnValue
    public RoleBuilder maxSession(int seconds) {
        maxSessionSeconds = seconds;
        return this;
    }

    /** Says when and where the role was last used. */
    @CanIgnoreReturnValue
    public RoleBuilder lastUsed(Instant when, String region) {
        lastUse = new IamRole.RoleUse(when, region);
        return this;
    }

    /** Embeds a policy. */
    @CanIgnoreReturnValue
    public RoleBuilder inlinePolicy(String policyName, String json) {
        inlinePolicies.add(new InlinePolicy(IamRules.name(policyName, "policyName"), json));
        return this;
    }

    /** Attaches a managed policy. */
    @CanIgnoreReturnValue
    public RoleBuilder attachedPolicy(String arn) {
        attachedPolicies.add(arn);
        return this;
    }

    /** Adds a label. */
    @CanIgnoreReturnValue
    public RoleBuilder tag(String key, String value) {
        tags.add(new Tag(key, value));
        IamRules.check(tags);
        return this;
    }

    /** Sets the permissions boundary. */
    @CanIgnoreReturnValue
    public RoleBuilder boundary(String arn) {
        boundary = arn;
        return this;
    }

    IamRole build() {
        return new IamRole(
                name,
                path,
                id,
                created,
                trustPolicy,
                description,
                maxSessionSeconds,
                lastUse,
                inlinePolicies,
                attachedPolicies,
                tags,
                boundary);
    }

    private static String trust(String kind, String principal) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"" + kind + "\":\""
                + principal + "\"},\"Action\":\"sts:AssumeRole\"}]}";
    }
}
