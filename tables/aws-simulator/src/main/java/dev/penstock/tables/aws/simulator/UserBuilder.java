package dev.penstock.tables.aws.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects what one user of an estate holds. */
public final class UserBuilder {
    final List<String> groups = new ArrayList<>();

    private final String accountId;
    private final String name;
    private final IdSequence ids;
    private final String id;
    private final List<AccessKey> keys = new ArrayList<>();
    private final List<MfaDevice> mfaDevices = new ArrayList<>();
    private final List<InlinePolicy> inlinePolicies = new ArrayList<>();
    private final List<String> attachedPolicies = new ArrayList<>();
    private final List<ServiceCredential> serviceCredentials = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private Instant created;
    private String path = "/";
    private @Nullable LoginProfile loginProfile;
    private @Nullable String boundary;

    UserBuilder(String accountId, String name, IdSequence ids, Instant created) {
        this.accountId = accountId;
        this.name = name;
        this.ids = ids;
        this.id = ids.userId();
        this.created = created;
    }

    /** Sets the path, which begins and ends with a slash; {@code /} where not set. */
    @CanIgnoreReturnValue
    public UserBuilder path(String newPath) {
        path = IamRules.path(newPath, "path");
        return this;
    }

    /** Sets when the user was made; what follows takes this time unless it says otherwise. */
    @CanIgnoreReturnValue
    public UserBuilder created(Instant when) {
        created = when;
        return this;
    }

    /** Adds an active key. */
    @CanIgnoreReturnValue
    public UserBuilder key() {
        return key(new KeyBuilder(created));
    }

    /**
     * Adds a key, up to two.
     *
     * @param facts says what is known of it
     */
    @CanIgnoreReturnValue
    public UserBuilder key(UnaryOperator<KeyBuilder> facts) {
        return key(facts.apply(new KeyBuilder(created)));
    }

    @CanIgnoreReturnValue
    UserBuilder key(KeyBuilder key) {
        if (keys.size() >= IamRules.KEYS_PER_USER) {
            throw IamException.limitExceeded("AccessKeysPerUser", IamRules.KEYS_PER_USER);
        }
        keys.add(key.build(ids));
        return this;
    }

    /** Adds a virtual second factor. */
    @CanIgnoreReturnValue
    public UserBuilder mfa() {
        String suffix = mfaDevices.isEmpty() ? "" : "-" + (mfaDevices.size() + 1);
        return mfa("arn:aws:iam::" + accountId + ":mfa/" + name + suffix);
    }

    /** Adds a second factor with a given serial number. */
    @CanIgnoreReturnValue
    public UserBuilder mfa(String serialNumber) {
        mfaDevices.add(new MfaDevice(serialNumber, created));
        return this;
    }

    /** Adds a console password that was never used. */
    @CanIgnoreReturnValue
    public UserBuilder loginProfile() {
        loginProfile = new LoginProfile(created, false, null);
        return this;
    }

    /** Adds a console password that was used last at the time given. */
    @CanIgnoreReturnValue
    public UserBuilder loginProfile(Instant lastUsed) {
        loginProfile = new LoginProfile(created, false, lastUsed);
        return this;
    }

    /** Adds a console password that must be changed at the first sign-in. */
    @CanIgnoreReturnValue
    public UserBuilder loginProfileToReset() {
        loginProfile = new LoginProfile(created, true, null);
        return this;
    }

    /** Puts the user into a group, which is made at the root path if it is not there. */
    @CanIgnoreReturnValue
    public UserBuilder group(String groupName) {
        groups.add(groupName);
        return this;
    }

    /** Embeds a policy. */
    @CanIgnoreReturnValue
    public UserBuilder inlinePolicy(String policyName, String json) {
        inlinePolicies.add(new InlinePolicy(IamRules.name(policyName, "policyName"), json));
        return this;
    }

    /** Attaches a managed policy. */
    @CanIgnoreReturnValue
    public UserBuilder attachedPolicy(String arn) {
        attachedPolicies.add(arn);
        return this;
    }

    /** Adds a user name and password for one service, such as {@code codecommit.amazonaws.com}. */
    @CanIgnoreReturnValue
    public UserBuilder serviceCredential(String service) {
        String userName = name + "-at-" + accountId;
        serviceCredentials.add(new ServiceCredential(service, ids.serviceCredentialId(), created, userName, true));
        return this;
    }

    /** Adds a label. */
    @CanIgnoreReturnValue
    public UserBuilder tag(String key, String value) {
        tags.add(new Tag(key, value));
        IamRules.check(tags);
        return this;
    }

    /** Sets the permissions boundary. */
    @CanIgnoreReturnValue
    public UserBuilder boundary(String arn) {
        boundary = arn;
        return this;
    }

    IamUser build() {
        return new IamUser(
                name,
                path,
                id,
                created,
                keys,
                loginProfile,
                mfaDevices,
                groups,
                inlinePolicies,
                attachedPolicies,
                serviceCredentials,
                tags,
                boundary);
    }
}
