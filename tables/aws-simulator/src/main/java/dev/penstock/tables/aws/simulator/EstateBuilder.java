package dev.penstock.tables.aws.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects what an {@link Estate} holds. The same calls give the same estate, identifiers included. What IAM would
 * refuse ends with an {@link IamException}.
 */
public final class EstateBuilder {
    private static final Instant DEFAULT_CREATED = Instant.parse("2024-01-15T09:00:00Z");

    final String accountId;
    final IdSequence ids;
    final Map<String, UserBuilder> users = new LinkedHashMap<>();
    final Map<String, GroupBuilder> groups = new LinkedHashMap<>();
    final Map<String, RoleBuilder> roles = new LinkedHashMap<>();
    final Map<String, PolicyBuilder> policies = new LinkedHashMap<>();
    final List<InstanceProfile> instanceProfiles = new ArrayList<>();
    final List<ServerCertificate> serverCertificates = new ArrayList<>();
    final List<IdentityProvider> providers = new ArrayList<>();
    final List<Holdings.VirtualDevice> unassignedDevices = new ArrayList<>();
    final List<Ec2Instance> instances = new ArrayList<>();
    final Set<String> chosenRegions = new LinkedHashSet<>();
    final List<AssumableRole> assumableRoles = new ArrayList<>();
    final Set<String> credentials = new LinkedHashSet<>();
    final Map<String, Map<String, String>> reported = new LinkedHashMap<>();

    @Nullable
    String alias;

    @Nullable
    PasswordPolicy passwordPolicy;

    @Nullable
    Instant reportGenerated;

    AccountFacts facts = AccountFacts.NONE;
    String caller = "auditor";
    RootUser root = new RootUser(true, false, false, null);
    Clock clock = Clock.systemUTC();

    private Instant created = DEFAULT_CREATED;

    EstateBuilder(String accountId) {
        this.accountId = IamRules.account(accountId);
        this.ids = new IdSequence(accountId);
    }

    /** Sets the alias of the account. */
    @CanIgnoreReturnValue
    public EstateBuilder alias(String newAlias) {
        alias = newAlias;
        return this;
    }

    /**
     * Names access key ids that reach this estate. Once any estate of a simulator has some, only these and the active
     * keys of the users are let in; without, a simulator of one estate lets every key in.
     */
    @CanIgnoreReturnValue
    public EstateBuilder credentials(String... accessKeyIds) {
        credentials.addAll(List.of(accessKeyIds));
        return this;
    }

    /**
     * Names the user behind every access key that no user of the estate owns; {@code auditor} where not set. It need not
     * be among the users.
     */
    @CanIgnoreReturnValue
    public EstateBuilder caller(String userName) {
        caller = IamRules.newUserName(userName, "userName");
        return this;
    }

    /** Says what the account summary tells of the root user; with a second factor and without keys where not set. */
    @CanIgnoreReturnValue
    public EstateBuilder root(boolean mfaEnabled, boolean hasAccessKeys) {
        root = new RootUser(mfaEnabled, hasAccessKeys, root.virtualMfa(), root.lastUsed());
        return this;
    }

    /** Gives the root user a virtual second factor; a hardware one where not set. */
    @CanIgnoreReturnValue
    public EstateBuilder rootVirtualMfa() {
        root = new RootUser(true, root.hasAccessKeys(), true, root.lastUsed());
        return this;
    }

    /** Says when the root user last signed in; never where not set. */
    @CanIgnoreReturnValue
    public EstateBuilder rootLastUsed(Instant when) {
        root = new RootUser(root.mfaEnabled(), root.hasAccessKeys(), root.virtualMfa(), when);
        return this;
    }

    /** Sets what the account demands of passwords; nothing where not set. */
    @CanIgnoreReturnValue
    public EstateBuilder passwordPolicy(PasswordPolicy policy) {
        passwordPolicy = policy;
        return this;
    }

    /** Says what the account tells beyond IAM. */
    @CanIgnoreReturnValue
    public EstateBuilder facts(AccountFacts newFacts) {
        facts = newFacts;
        return this;
    }

    /** Says when the credential report was last made; never where not set. */
    @CanIgnoreReturnValue
    public EstateBuilder credentialReport(Instant generated) {
        reportGenerated = generated;
        return this;
    }

    /**
     * Says what the credential report tells in a column of a user, instead of what the estate holds.
     *
     * @param user name of a user, or {@code <root_account>}
     * @param column as in the report's first line
     */
    @CanIgnoreReturnValue
    public EstateBuilder reported(String user, String column, String value) {
        CredentialReport.requireColumn(column);
        reported.computeIfAbsent(user, name -> new LinkedHashMap<>()).put(column, value);
        return this;
    }

    /** Adds a role. */
    @CanIgnoreReturnValue
    public EstateBuilder role(String name, UnaryOperator<RoleBuilder> held) {
        var unused = held.apply(newRole(name));
        return this;
    }

    /** Adds a role that is filled in later. */
    RoleBuilder newRole(String name) {
        IamRules.name(name, "roleName");
        var role = new RoleBuilder(name, ids, created);
        refuseSecond(roles.putIfAbsent(Estate.folded(name), role), "Role", name);
        return role;
    }

    /** Adds a managed policy of the account. */
    @CanIgnoreReturnValue
    public EstateBuilder policy(String name, UnaryOperator<PolicyBuilder> held) {
        var unused = held.apply(newPolicy(name));
        return this;
    }

    /** Adds a managed policy that is filled in later. */
    PolicyBuilder newPolicy(String name) {
        IamRules.name(name, "policyName");
        var policy = new PolicyBuilder(accountId, name, ids, created);
        refuseSecond(policies.putIfAbsent(Estate.folded(name), policy), "Policy", name);
        return policy;
    }

    /** Adds an instance profile; {@code role} is null for an empty one. */
    @CanIgnoreReturnValue
    public EstateBuilder instanceProfile(String name, String path, @Nullable String role, Tag... tags) {
        instanceProfiles.add(new InstanceProfile(
                IamRules.name(name, "instanceProfileName"),
                IamRules.path(path, "path"),
                ids.instanceProfileId(),
                created,
                role,
                List.of(tags)));
        return this;
    }

    /** Adds a server certificate. */
    @CanIgnoreReturnValue
    public EstateBuilder serverCertificate(String name, String path, Instant expires, Tag... tags) {
        serverCertificates.add(new ServerCertificate(
                IamRules.name(name, "serverCertificateName"),
                IamRules.path(path, "path"),
                ids.certificateId(),
                created,
                expires,
                "-----BEGIN CERTIFICATE-----\nsimulated " + name + "\n-----END CERTIFICATE-----",
                null,
                List.of(tags)));
        return this;
    }

    /** Adds a provider of identities that speaks SAML. */
    @CanIgnoreReturnValue
    public EstateBuilder samlProvider(String name, Instant validUntil, Tag... tags) {
        providers.add(new IdentityProvider.Saml(
                "arn:aws:iam::" + accountId + ":saml-provider/" + IamRules.name(name, "name"),
                created,
                validUntil,
                "<EntityDescriptor entityID=\"https://" + name + ".example/saml\"/>",
                List.of(tags)));
        return this;
    }

    /**
     * Adds a provider of identities that speaks OpenID Connect.
     *
     * @param url host and path, without a scheme
     */
    @CanIgnoreReturnValue
    public EstateBuilder openIdConnectProvider(String url, List<String> clientIds, Tag... tags) {
        providers.add(new IdentityProvider.OpenIdConnect(
                "arn:aws:iam::" + accountId + ":oidc-provider/" + url,
                created,
                url,
                clientIds,
                List.of("990f4193972f2becf12ddeda5237f9c952f20d9e"),
                List.of(tags)));
        return this;
    }

    /** Adds an instance of EC2 in a region. */
    @CanIgnoreReturnValue
    public EstateBuilder instance(String region, UnaryOperator<Ec2Instance> said) {
        var unused = said.apply(newInstance(region));
        return this;
    }

    /** Adds an instance that is filled in later. */
    Ec2Instance newInstance(String region) {
        var instance = new Ec2Instance(ids.instanceId(), region, created);
        instances.add(instance);
        return instance;
    }

    /** Names regions that the account uses by its own choice. */
    @CanIgnoreReturnValue
    public EstateBuilder chosenRegions(String... regions) {
        chosenRegions.addAll(List.of(regions));
        return this;
    }

    /** Adds a way into the account. */
    @CanIgnoreReturnValue
    public EstateBuilder assumable(AssumableRole role) {
        assumableRoles.add(role);
        return this;
    }

    /** Adds a virtual second factor that nobody uses. */
    @CanIgnoreReturnValue
    public EstateBuilder unassignedMfaDevice(String name, Tag... tags) {
        unassignedDevices.add(new Holdings.VirtualDevice("arn:aws:iam::" + accountId + ":mfa/" + name, List.of(tags)));
        return this;
    }

    /** Sets the time at which the users, groups and keys that follow were made, unless they say otherwise. */
    @CanIgnoreReturnValue
    public EstateBuilder created(Instant when) {
        created = when;
        return this;
    }

    /** Sets the clock for what is made while the estate is served; the system's where not set. */
    @CanIgnoreReturnValue
    public EstateBuilder clock(Clock newClock) {
        clock = newClock;
        return this;
    }

    /** Adds a group at the root path; a user's {@code group} does so by itself. */
    @CanIgnoreReturnValue
    public EstateBuilder group(String name) {
        return group(name, "/");
    }

    /** Adds a group below a path; one that is there already stays as it is. */
    @CanIgnoreReturnValue
    public EstateBuilder group(String name, String path) {
        IamRules.name(name, "groupName");
        IamRules.path(path, "path");
        groups.computeIfAbsent(Estate.folded(name), folded -> new GroupBuilder(name, ids, created).path(path));
        return this;
    }

    /** Adds a group that holds policies. */
    @CanIgnoreReturnValue
    public EstateBuilder group(String name, UnaryOperator<GroupBuilder> held) {
        var unused = held.apply(newGroup(name));
        return this;
    }

    /** Adds a group that is filled in later. */
    GroupBuilder newGroup(String name) {
        IamRules.name(name, "groupName");
        var group = new GroupBuilder(name, ids, created);
        refuseSecond(groups.putIfAbsent(Estate.folded(name), group), "Group", name);
        return group;
    }

    /** Adds a user that holds nothing. */
    @CanIgnoreReturnValue
    public EstateBuilder user(String name) {
        return user(name, user -> user);
    }

    /**
     * Adds a user.
     *
     * @param name new name
     * @param held says what it holds
     */
    @CanIgnoreReturnValue
    public EstateBuilder user(String name, UnaryOperator<UserBuilder> held) {
        UserBuilder user = held.apply(newUser(name));
        user.groups.forEach(this::group);
        return this;
    }

    /** Adds a user that is filled in later; unlike the face it makes no groups, and costs no lambda at start-up. */
    UserBuilder newUser(String name) {
        IamRules.newUserName(name, "userName");
        var user = new UserBuilder(accountId, name, ids, created);
        if (users.putIfAbsent(Estate.folded(name), user) != null) {
            throw IamException.userExists(name);
        }
        return user;
    }

    private static void refuseSecond(@Nullable Object first, String kind, String name) {
        if (first != null) {
            throw new IamException(409, "EntityAlreadyExists", kind + " with name " + name + " already exists.");
        }
    }

    /** Makes the estate. */
    public Estate build() {
        return new Estate(this);
    }
}
