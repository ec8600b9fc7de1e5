package dev.penstock.tables.aws.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what one managed policy of an estate is. */
public final class PolicyBuilder {
    /** What a policy allows of which nobody said anything: to ask who one is. */
    static final String MODEST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"sts:GetCallerIdentity\",\"Resource\":\"*\"}]}";

    private final String owner;
    private final String name;
    private final String id;
    private final List<ManagedPolicy.Version> versions = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private Instant created;
    private String path = "/";
    private @Nullable String description;

    PolicyBuilder(String owner, String name, IdSequence ids, Instant created) {
        this.owner = owner;
        this.name = name;
        this.id = ids.policyId();
        this.created = created;
    }

    /** Sets the path, which begins and ends with a slash; {@code /} where not set. */
    @CanIgnoreReturnValue
    public PolicyBuilder path(String newPath) {
        path = IamRules.path(newPath, "path");
        return this;
    }

    /** Sets when the versions that follow were made. */
    @CanIgnoreReturnValue
    public PolicyBuilder created(Instant when) {
        created = when;
        return this;
    }

    /** Adds a version, which is in effect from now on. */
    @CanIgnoreReturnValue
    public PolicyBuilder version(String json) {
        versions.replaceAll(older -> new ManagedPolicy.Version(older.id(), older.document(), older.created(), false));
        versions.add(0, new ManagedPolicy.Version("v" + (versions.size() + 1), json, created, true));
        return this;
    }

    /** Says what the policy is for. */
    @CanIgnoreReturnValue
    public PolicyBuilder description(String text) {
        description = text;
        return this;
    }

    /** Adds a label. */
    @CanIgnoreReturnValue
    public PolicyBuilder tag(String key, String value) {
        tags.add(new Tag(key, value));
        IamRules.check(tags);
        return this;
    }

    ManagedPolicy build() {
        if (versions.isEmpty()) {
            version(MODEST);
        }
        return new ManagedPolicy("arn:aws:iam::" + owner + ":policy" + path + name, id, description, versions, tags);
    }
}
