package dev.penstock.tables.aws.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A role of an account in which callers can sign in, and what it wants to be told. It need not be among the roles that
 * IAM lists.
 *
 * @param name the role's name
 * @param externalId what sts:AssumeRole must say; null if anything will do
 * @param mfaCode the code of a second factor that sts:AssumeRole must show; null for none
 * @param webIdentityToken what sts:AssumeRoleWithWebIdentity must show; null where that is no way in
 * @param signOnToken the access token of a single sign-on that may use the role; null where that is no way in
 * @param refreshToken what the sign-on's token service gives that access token for; null if nothing
 * @param machine whether the machine that the process runs on has the role, as an instance or as a container
 * @param life how long a session lasts
 */
public record AssumableRole(
        String name,
        @Nullable String externalId,
        @Nullable String mfaCode,
        @Nullable String webIdentityToken,
        @Nullable String signOnToken,
        @Nullable String refreshToken,
        boolean machine,
        Duration life) {

    /** A role that any caller may assume for an hour. */
    public AssumableRole(String name) {
        this(name, null, null, null, null, null, false, Duration.ofHours(1));
    }

    /** The same for callers that know an external id. */
    public AssumableRole withExternalId(String id) {
        return new AssumableRole(name, id, mfaCode, webIdentityToken, signOnToken, refreshToken, machine, life);
    }

    /** The same for callers with a second factor. */
    public AssumableRole withMfaCode(String code) {
        return new AssumableRole(name, externalId, code, webIdentityToken, signOnToken, refreshToken, machine, life);
    }

    /** The same, also for the holder of a token of another identity provider. */
    public AssumableRole withWebIdentity(String token) {
        return new AssumableRole(name, externalId, mfaCode, token, signOnToken, refreshToken, machine, life);
    }

    /** The same, also for a single sign-on. */
    public AssumableRole withSignOn(String accessToken, @Nullable String refresh) {
        return new AssumableRole(name, externalId, mfaCode, webIdentityToken, accessToken, refresh, machine, life);
    }

    /** The same, also for the machine that the process runs on. */
    public AssumableRole ofMachine() {
        return new AssumableRole(name, externalId, mfaCode, webIdentityToken, signOnToken, refreshToken, true, life);
    }

    /** The same with sessions that last so long. */
    public AssumableRole lasting(Duration newLife) {
        return new AssumableRole(
                name, externalId, mfaCode, webIdentityToken, signOnToken, refreshToken, machine, newLife);
    }
}
