package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked without a signature, because it is how one comes to keys: STS for web identities, the portal and the
 * token service of single sign-on, and the metadata of the instance or container that the process runs on.
 */
final class UnsignedService {
    private static final String METADATA = "/latest/meta-data/iam/security-credentials/";
    private static final String METADATA_TOKEN = "metadata-token";
    private static final String CONTAINER = "/container-credentials";

    private final RoleSessions sessions;
    private final RequestLog log;

    UnsignedService(RoleSessions sessions, RequestLog log) {
        this.sessions = sessions;
        this.log = log;
    }

    /** The answer; empty for a request that must be signed. */
    Optional<HttpReply> answer(HttpRequest request) {
        String path = request.target().split("\\?", 2)[0];
        if (path.startsWith("/latest/")) {
            return Optional.of(metadata(request, path));
        }
        return switch (path) {
            case CONTAINER -> Optional.of(session("container:GetCredentials", sessions.machine()));
            case "/federation/credentials" -> Optional.of(portal(request));
            case "/token" -> Optional.of(token(request));
            default ->
                request.header("Authorization") == null && request.body().contains("Action=AssumeRoleWithWebIdentity")
                        ? Optional.of(webIdentity(Parameters.ofForm(request.body())))
                        : Optional.empty();
        };
    }

    private HttpReply metadata(HttpRequest request, String path) {
        if (path.equals("/latest/api/token")) {
            return reply("imds:GetToken", request.method().equals("PUT") ? 200 : 405, METADATA_TOKEN, "text/plain");
        }
        if (!METADATA_TOKEN.equals(request.header("X-aws-ec2-metadata-token"))) {
            return reply("imds:GetRole", 401, "", "text/plain");
        }
        AssumableRole role = sessions.ofMachine().orElse(null);
        if (path.equals(METADATA) && role != null) {
            return reply("imds:GetRole", 200, role.name(), "text/plain");
        }
        return role != null && path.equals(METADATA + role.name())
                ? session("imds:GetCredentials", sessions.machine())
                : reply("imds:GetRole", 404, "", "text/plain");
    }

    private HttpReply session(String action, Optional<RoleSession> session) {
        return session.map(RoleSession::json)
                .map(json -> reply(action, 200, json.toString(), "application/json"))
                .orElseGet(() -> reply(action, 404, "{}", "application/json"));
    }

    private HttpReply portal(HttpRequest request) {
        Parameters given = Parameters.ofForm(request.query());
        String token = request.header("x-amz-sso_bearer_token");
        return sessions.assumed(
                        given.get("account_id", ""),
                        given.get("role_name", ""),
                        "signed-on",
                        role -> Objects.equals(role.signOnToken(), token) && token != null)
                .map(session -> reply("sso:GetRoleCredentials", 200, portal(session), "application/json"))
                .orElseGet(() -> refused(
                        "sso:GetRoleCredentials", 401, "UnauthorizedException", "Session token not found or invalid"));
    }

    private static String portal(RoleSession session) {
        return "{\"roleCredentials\":"
                + new JsonText()
                        .member("accessKeyId", session.accessKeyId())
                        .member("secretAccessKey", session.secret())
                        .member("sessionToken", session.token())
                        .raw("expiration", String.valueOf(session.expires().toEpochMilli()))
                + "}";
    }

    private HttpReply token(HttpRequest request) {
        Object refresh = JsonReader.object(request.body()).get("refreshToken");
        return sessions.refreshed(String.valueOf(refresh))
                .map(token -> reply(
                        "sso-oauth:CreateToken",
                        200,
                        new JsonText()
                                .member("accessToken", token)
                                .member("tokenType", "Bearer")
                                .raw("expiresIn", "3600")
                                .toString(),
                        "application/json"))
                .orElseGet(() -> refused("sso-oauth:CreateToken", 400, "InvalidGrantException", "Invalid grant"));
    }

    private HttpReply webIdentity(Parameters given) {
        String action = "sts:AssumeRoleWithWebIdentity";
        String token = given.get("WebIdentityToken");
        var answer = new XmlText().open("AssumeRoleWithWebIdentityResponse", Service.STS.namespace());
        RoleSession session = sessions.assumed(
                        given.required("RoleArn"),
                        given.required("RoleSessionName"),
                        role -> token != null && token.equals(role.webIdentityToken()))
                .orElse(null);
        if (session == null) {
            var error = new XmlText()
                    .element("Type", "Sender")
                    .element("Code", "InvalidIdentityToken")
                    .element("Message", "Couldn't retrieve verification key from your identity provider");
            return reply(
                    action,
                    400,
                    new XmlText()
                            .open("ErrorResponse", Service.STS.namespace())
                            .element("Error", error)
                            .close("ErrorResponse")
                            .document(),
                    "text/xml");
        }
        var result = new XmlText();
        RoleSignIn.write(session, result);
        return reply(
                action,
                200,
                answer.element("AssumeRoleWithWebIdentityResult", result)
                        .close("AssumeRoleWithWebIdentityResponse")
                        .document(),
                "text/xml");
    }

    private HttpReply refused(String action, int status, String code, String message) {
        return reply(
                action,
                status,
                new JsonText().member("__type", code).member("message", message).toString(),
                "application/json");
    }

    private HttpReply reply(String action, int status, String body, String contentType) {
        @Nullable String code = status == 200 ? null : String.valueOf(status);
        log.received(new LoggedRequest(action, Map.of(), null, null, Instant.now(), status, code));
        return new HttpReply(status, contentType, body, UUID.randomUUID().toString(), 0);
    }
}
