package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The roles that callers can sign in to, and the sessions that were given out. */
final class RoleSessions {
    private final Map<String, Estate> estates = new LinkedHashMap<>();
    private final Map<String, RoleSession> given = new ConcurrentHashMap<>();
    private int count;

    RoleSessions(List<Estate> estates) {
        estates.forEach(estate -> this.estates.put(estate.accountId(), estate));
    }

    /** The session that a key belongs to. */
    Optional<RoleSession> of(String accessKeyId) {
        return Optional.ofNullable(given.get(accessKeyId));
    }

    /** Makes every session that was given out so far count as expired. */
    void expire() {
        given.replaceAll((key, session) -> new RoleSession(
                session.accessKeyId(), session.secret(), session.token(), session.caller(), Instant.EPOCH));
    }

    /** A session in the role of an ARN; empty where it is not there, or does not let the caller in. */
    Optional<RoleSession> assumed(String roleArn, String sessionName, Predicate<AssumableRole> letsIn) {
        String[] parts = roleArn.split(":", 6);
        return parts.length < 6
                ? Optional.empty()
                : assumed(parts[4], parts[5].substring(parts[5].lastIndexOf('/') + 1), sessionName, letsIn);
    }

    Optional<RoleSession> assumed(String account, String role, String sessionName, Predicate<AssumableRole> letsIn) {
        Estate estate = estates.get(account);
        return estate == null
                ? Optional.empty()
                : estate.assumableRoles().stream()
                        .filter(one -> one.name().equals(role) && letsIn.test(one))
                        .findFirst()
                        .map(one -> open(estate, one, sessionName));
    }

    /** The role of the machine. */
    Optional<AssumableRole> ofMachine() {
        return estates.values().stream()
                .flatMap(estate -> estate.assumableRoles().stream())
                .filter(AssumableRole::machine)
                .findFirst();
    }

    /** A session in the role of the machine. */
    Optional<RoleSession> machine() {
        return estates.values().stream()
                .flatMap(estate -> estate.assumableRoles().stream()
                        .filter(AssumableRole::machine)
                        .map(role -> open(estate, role, "i-0123456789abcdef0")))
                .findFirst();
    }

    /** The access token of a sign-on that its refresh token stands for. */
    Optional<String> refreshed(String refreshToken) {
        return estates.values().stream()
                .flatMap(estate -> estate.assumableRoles().stream())
                .filter(role -> refreshToken.equals(role.refreshToken()))
                .flatMap(role -> Optional.ofNullable(role.signOnToken()).stream())
                .findFirst();
    }

    private RoleSession open(Estate estate, AssumableRole role, String sessionName) {
        int number = ++count;
        String key = String.format(Locale.ROOT, "ASIASESSION%09d", number);
        var session = new RoleSession(
                key,
                String.format(Locale.ROOT, "sessionSecret%09d", number),
                String.format(Locale.ROOT, "sessionToken%09d", number),
                Caller.inRole(estate, role.name(), sessionName),
                Instant.now().plus(role.life()));
        given.put(key, session);
        return session;
    }
}
