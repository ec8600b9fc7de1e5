package dev.penstock.tables.aws.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Clock;
import java.time.Instant;
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
    final Map<String, IamGroup> groups = new LinkedHashMap<>();
    final Set<String> credentials = new LinkedHashSet<>();

    @Nullable
    String alias;

    String caller = "auditor";
    RootUser root = new RootUser(true, false);
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
        root = new RootUser(mfaEnabled, hasAccessKeys);
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
        groups.computeIfAbsent(Estate.folded(name), folded -> new IamGroup(name, path, ids.groupId(), created));
        return this;
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

    /** Makes the estate. */
    public Estate build() {
        return new Estate(this);
    }
}
