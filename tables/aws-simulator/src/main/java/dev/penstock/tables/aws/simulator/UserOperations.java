package dev.penstock.tables.aws.simulator;

/** The operations of IAM on users themselves. */
final class UserOperations {
    private UserOperations() {}

    static void listUsers(ApiCall call, XmlText result) {
        Paging paging = call.paging();
        var found = call.estate().usersAfter(paging.after(), call.pathPrefix(), paging.wanted());
        Members.page(result, "Users", paging.cut(found, user -> Estate.folded(user.name())), (user, member) -> {
            facts(call, user, member);
        });
    }

    static void getUser(ApiCall call, XmlText result) {
        result.element("User", detailed(call, call.namedUserOrCaller()));
    }

    static void createUser(ApiCall call, XmlText result) {
        Parameters parameters = call.parameters();
        IamUser user = call.estate()
                .createUser(
                        parameters.required("UserName"),
                        parameters.get("Path", "/"),
                        parameters.tags(),
                        parameters.get("PermissionsBoundary"));
        result.element("User", detailed(call, user));
    }

    static void updateUser(ApiCall call, XmlText result) {
        Parameters parameters = call.parameters();
        call.estate()
                .updateUser(parameters.required("UserName"), parameters.get("NewUserName"), parameters.get("NewPath"));
    }

    static void deleteUser(ApiCall call, XmlText result) {
        call.estate().deleteBareUser(call.parameters().required("UserName"));
    }

    static void listUserTags(ApiCall call, XmlText result) {
        var tags = call.namedUser().tags();
        Members.page(result, "Tags", call.paging().cutWhole(tags), IamShapes::tag);
    }

    static void getLoginProfile(ApiCall call, XmlText result) {
        IamUser user = call.namedUserOrCaller();
        LoginProfile profile = user.loginProfile();
        if (profile == null) {
            throw IamException.noSuchEntity("Login Profile for User " + user.name() + " cannot be found.");
        }
        result.element(
                "LoginProfile",
                new XmlText()
                        .element("UserName", user.name())
                        .element("CreateDate", profile.created())
                        .element("PasswordResetRequired", profile.resetRequired()));
    }

    static void listMfaDevices(ApiCall call, XmlText result) {
        IamUser user = call.namedUserOrCaller();
        Members.page(
                result,
                "MFADevices",
                call.paging().cutWhole(user.mfaDevices()),
                (device, member) -> member.element("UserName", user.name())
                        .element("SerialNumber", device.serialNumber())
                        .element("EnableDate", device.enabled()));
    }

    /** What both the listing and the single answer tell. */
    private static void facts(ApiCall call, IamUser user, XmlText xml) {
        IamShapes.user(call, user, xml);
        LoginProfile profile = user.loginProfile();
        IamShapes.time("PasswordLastUsed", profile == null ? null : profile.lastUsed(), xml);
    }

    /**
     * What only the single answer tells.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html">ListUsers, note on tags and
     *     boundary</a>
     */
    private static XmlText detailed(ApiCall call, IamUser user) {
        var xml = new XmlText();
        facts(call, user, xml);
        IamShapes.boundary(user, xml);
        IamShapes.tags(user.tags(), xml);
        return xml;
    }
}
