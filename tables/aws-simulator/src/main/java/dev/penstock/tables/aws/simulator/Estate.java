package dev.penstock.tables.aws.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What one simulated account holds. Built by {@link #account(String)}; may be changed at any time, from any thread, also
 * while a simulator serves it. Names are found whatever their case, as in IAM, and listed in alphabetical order.
 *
 * <p>Changes that IAM would refuse end with an {@link IamException}.
 */
public final class Estate {
    private final String accountId;
    private final @Nullable String alias;
    private final Set<String> credentials;
    private final String callerName;
    private final RootUser root;
    private final Clock clock;
    private final IdSequence ids;

    private final NavigableMap<String, IamUser> users = new TreeMap<>();
    private final Holdings held;
    private final CredentialReport report;
    private final AccountFacts facts;
    private final List<Ec2Instance> instances;
    private final Set<String> chosenRegions;
    private final List<AssumableRole> assumableRoles;
    private final Map<String, String> keyOwners = new HashMap<>();

    Estate(EstateBuilder builder) {
        this.accountId = builder.accountId;
        this.alias = builder.alias;
        this.credentials = Set.copyOf(builder.credentials);
        this.callerName = builder.caller;
        this.root = builder.root;
        this.clock = builder.clock;
        this.ids = builder.ids;
        this.held = new Holdings(builder);
        this.facts = builder.facts;
        this.instances = new CopyOnWriteArrayList<>(builder.instances.stream()
                .sorted(Comparator.comparing(Ec2Instance::id))
                .toList());
        this.assumableRoles = List.copyOf(builder.assumableRoles);
        this.chosenRegions = Set.copyOf(builder.chosenRegions);
        this.report = new CredentialReport(builder.reportGenerated, builder.reported);
        builder.users.values().forEach(user -> put(user.build()));
        held.completePolicies(allUsers(), ids);
    }

    /**
     * Starts an estate.
     *
     * @param accountId 12 digits
     */
    public static EstateBuilder account(String accountId) {
        return new EstateBuilder(accountId);
    }

    /** The account id, 12 digits. */
    public String accountId() {
        return accountId;
    }

    /** The alias of the account. */
    public Optional<String> alias() {
        return Optional.ofNullable(alias);
    }

    /** How many users there are. */
    public synchronized int userCount() {
        return users.size();
    }

    /** All user names, in the order in which they are listed. */
    public synchronized List<String> userNames() {
        return users.values().stream().map(IamUser::name).toList();
    }

    /**
     * A user as it stands now.
     *
     * @param name the name, in any case
     */
    public synchronized Optional<IamUser> user(String name) {
        return Optional.ofNullable(users.get(folded(name)));
    }

    /**
     * Adds a user that holds nothing.
     *
     * @param name new name
     * @param path begins and ends with a slash
     * @return the user made
     */
    public IamUser createUser(String name, String path) {
        return createUser(name, path, List.of(), null);
    }

    synchronized IamUser createUser(String name, String path, List<Tag> tags, @Nullable String boundary) {
        IamRules.newUserName(name, "userName");
        IamRules.path(path, "path");
        IamRules.check(tags);
        refuseTaken(name);
        var user = new IamUser(
                name,
                path,
                ids.userId(),
                now(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                tags,
                boundary);
        put(user);
        return user;
    }

    /**
     * Removes a user with all that it holds.
     *
     * @param name the name, in any case
     */
    public synchronized void deleteUser(String name) {
        remove(existing(name));
    }

    /**
     * Removes a role with all that it holds.
     *
     * @param name the name, in any case
     */
    public void deleteRole(String name) {
        held.roles.remove(name, "role");
    }

    /**
     * Removes a group; its members stay.
     *
     * @param name the name, in any case
     */
    public synchronized void deleteGroup(String name) {
        held.groups.remove(name, "group");
    }

    /**
     * Removes an instance as if it had been terminated long ago.
     *
     * @param id the instance
     */
    public void deleteInstance(String id) {
        if (!instances.removeIf(instance -> instance.id().equals(id))) {
            throw new IllegalArgumentException("no instance has the id " + id);
        }
    }

    /** The instances of EC2, in the order of their ids. */
    public List<Ec2Instance> instances() {
        return List.copyOf(instances);
    }

    Set<String> chosenRegions() {
        return chosenRegions;
    }

    /** Removes a user only if it holds nothing, as the API does. */
    synchronized void deleteBareUser(String name) {
        IamUser user = existing(name);
        refuseHeld(user.keys(), "delete access keys");
        refuseHeld(user.attachedPolicies(), "detach all policies");
        refuseHeld(user.inlinePolicies(), "delete policies");
        refuseHeld(groupsOf(user), "remove users from group");
        refuseHeld(user.mfaDevices(), "delete MFA device");
        if (user.loginProfile() != null) {
            throw IamException.deleteConflict("delete login profile");
        }
        remove(user);
    }

    /**
     * Gives a user another name; its id and all that it holds stay.
     *
     * @param name the present name, in any case
     * @param newName the name from now on
     */
    public void renameUser(String name, String newName) {
        updateUser(name, newName, null);
    }

    /**
     * Moves a user below another path.
     *
     * @param name the name, in any case
     * @param newPath begins and ends with a slash
     */
    public void moveUser(String name, String newPath) {
        updateUser(name, null, newPath);
    }

    synchronized void updateUser(String name, @Nullable String newName, @Nullable String newPath) {
        IamUser user = existing(name);
        String finalName = newName == null ? user.name() : IamRules.newUserName(newName, "newUserName");
        String finalPath = newPath == null ? user.path() : IamRules.path(newPath, "newPath");
        if (newName != null && !newName.equals(user.name())) {
            refuseTaken(newName);
        }
        remove(user);
        put(user.withNameAndPath(finalName, finalPath));
    }

    /**
     * Gives a user a new active key, up to two.
     *
     * @param userName the user's name, in any case
     * @return the key made
     */
    public synchronized AccessKey createAccessKey(String userName) {
        IamUser user = existing(userName);
        if (user.keys().size() >= IamRules.KEYS_PER_USER) {
            throw IamException.limitExceeded("AccessKeysPerUser", IamRules.KEYS_PER_USER);
        }
        var key = new AccessKey(ids.accessKeyId(), true, now(), null);
        var keys = new ArrayList<>(user.keys());
        keys.add(key);
        put(user.withKeys(keys));
        return key;
    }

    /**
     * Switches a key on or off.
     *
     * @param userName the user's name, in any case
     * @param accessKeyId the key
     * @param active whether it can sign from now on
     */
    public synchronized void setKeyActive(String userName, String accessKeyId, boolean active) {
        IamUser user = existing(userName);
        refuseForeignKey(user, accessKeyId);
        put(user.withKeys(user.keys().stream()
                .map(key -> key.id().equals(accessKeyId) ? key.withActive(active) : key)
                .toList()));
    }

    /**
     * Removes a key.
     *
     * @param userName the user's name, in any case
     * @param accessKeyId the key
     */
    public synchronized void deleteAccessKey(String userName, String accessKeyId) {
        IamUser user = existing(userName);
        refuseForeignKey(user, accessKeyId);
        keyOwners.remove(accessKeyId);
        put(user.withKeys(user.keys().stream()
                .filter(key -> !key.id().equals(accessKeyId))
                .toList()));
    }

    synchronized IamUser existing(String name) {
        IamUser user = users.get(folded(name));
        if (user == null) {
            throw IamException.noSuchUser(name);
        }
        return user;
    }

    synchronized Optional<IamUser> ownerOf(String accessKeyId) {
        return Optional.ofNullable(keyOwners.get(accessKeyId)).map(users::get);
    }

    /** Up to {@code limit} users below a path whose folded name follows {@code after}. */
    synchronized List<IamUser> usersAfter(String after, String pathPrefix, int limit) {
        return users.tailMap(after, false).values().stream()
                .filter(user -> user.path().startsWith(pathPrefix))
                .limit(limit)
                .toList();
    }

    List<IamGroup> groupsOf(IamUser user) {
        return held.groups.all().stream()
                .filter(group -> user.groups().stream().anyMatch(group.name()::equalsIgnoreCase))
                .toList();
    }

    synchronized List<IamUser> allUsers() {
        return List.copyOf(users.values());
    }

    synchronized List<IamUser> membersOf(IamGroup group) {
        return users.values().stream()
                .filter(user -> user.groups().stream().anyMatch(group.name()::equalsIgnoreCase))
                .toList();
    }

    Holdings held() {
        return held;
    }

    AccountFacts facts() {
        return facts;
    }

    CredentialReport report() {
        return report;
    }

    synchronized String newSecret() {
        return ids.secret();
    }

    List<AssumableRole> assumableRoles() {
        return assumableRoles;
    }

    Set<String> credentials() {
        return credentials;
    }

    String callerName() {
        return callerName;
    }

    RootUser root() {
        return root;
    }

    /** The form in which names are compared and ordered. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void put(IamUser user) {
        String folded = folded(user.name());
        users.put(folded, user);
        user.keys().forEach(key -> keyOwners.put(key.id(), folded));
    }

    private void remove(IamUser user) {
        users.remove(folded(user.name()));
        user.keys().forEach(key -> keyOwners.remove(key.id()));
    }

    private void refuseTaken(String name) {
        if (users.containsKey(folded(name))) {
            throw IamException.userExists(name);
        }
    }

    private static void refuseHeld(List<?> held, String whatMustGoFirst) {
        if (!held.isEmpty()) {
            throw IamException.deleteConflict(whatMustGoFirst);
        }
    }

    private static void refuseForeignKey(IamUser user, String accessKeyId) {
        if (user.keys().stream().noneMatch(key -> key.id().equals(accessKeyId))) {
            throw IamException.noSuchKey(accessKeyId);
        }
    }

    /** IAM tells times to the second. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
