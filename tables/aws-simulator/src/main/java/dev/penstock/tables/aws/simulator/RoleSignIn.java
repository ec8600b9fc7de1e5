package dev.penstock.tables.aws.simulator;

import java.util.Objects;

/** The operation of STS that signs a caller in to a role. */
final class RoleSignIn {

    private RoleSignIn() {}

    static void assumeRole(ApiCall call, XmlText result) {
        Parameters given = call.parameters();
        String arn = given.required("RoleArn");
        RoleSession session = call.sessions()
                .assumed(arn, given.required("RoleSessionName"), role -> letsIn(role, given))
                .orElseThrow(() -> AccessDenied.toRole(call.caller().arn(), "sts:AssumeRole", arn));
        write(session, result);
    }

    private static boolean letsIn(AssumableRole role, Parameters given) {
        boolean factor = role.mfaCode() == null
                || (role.mfaCode().equals(given.get("TokenCode")) && given.get("SerialNumber") != null);
        return factor && (role.externalId() == null || Objects.equals(role.externalId(), given.get("ExternalId")));
    }

    static void write(RoleSession session, XmlText result) {
        result.element(
                        "AssumedRoleUser",
                        new XmlText()
                                .element("AssumedRoleId", session.caller().userId())
                                .element("Arn", session.caller().arn()))
                .element("Credentials", session.xml());
    }
}
