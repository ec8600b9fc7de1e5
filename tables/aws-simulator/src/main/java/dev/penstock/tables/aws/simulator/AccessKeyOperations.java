package dev.penstock.tables.aws.simulator;

/** The operations of IAM on access keys. */
final class AccessKeyOperations {
    private static final String NEVER = "N/A";

    private AccessKeyOperations() {}

    static void listAccessKeys(ApiCall call, XmlText result) {
        IamUser user = call.namedUserOrCaller();
        Members.page(
                result,
                "AccessKeyMetadata",
                call.paging().cutWhole(user.keys()),
                (key, member) -> member.element("UserName", user.name())
                        .element("AccessKeyId", key.id())
                        .element("Status", key.status())
                        .element("CreateDate", key.created()));
    }

    static void getAccessKeyLastUsed(ApiCall call, XmlText result) {
        String id = call.parameters().required("AccessKeyId");
        IamUser user = call.estate().ownerOf(id).orElseThrow(() -> IamException.noSuchKey(id));
        AccessKey key = user.keys().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> IamException.noSuchKey(id));
        var lastUsed = new XmlText();
        KeyUse use = key.lastUse();
        if (use == null) {
            lastUsed.element("ServiceName", NEVER).element("Region", NEVER);
        } else {
            lastUsed.element("LastUsedDate", use.date())
                    .element("ServiceName", use.service())
                    .element("Region", use.region());
        }
        result.element("UserName", user.name()).element("AccessKeyLastUsed", lastUsed);
    }

    static void createAccessKey(ApiCall call, XmlText result) {
        IamUser user = call.namedUserOrCaller();
        AccessKey key = call.estate().createAccessKey(user.name());
        result.element(
                "AccessKey",
                new XmlText()
                        .element("UserName", user.name())
                        .element("AccessKeyId", key.id())
                        .element("Status", key.status())
                        .element("SecretAccessKey", call.estate().newSecret())
                        .element("CreateDate", key.created()));
    }

    static void updateAccessKey(ApiCall call, XmlText result) {
        String id = call.parameters().required("AccessKeyId");
        boolean active = isActive(call.parameters().required("Status"));
        call.estate().setKeyActive(call.namedUserOrCaller().name(), id, active);
    }

    static void deleteAccessKey(ApiCall call, XmlText result) {
        String id = call.parameters().required("AccessKeyId");
        call.estate().deleteAccessKey(call.namedUserOrCaller().name(), id);
    }

    private static boolean isActive(String status) {
        return switch (status) {
            case "Active" -> true;
            case "Inactive" -> false;
            default ->
                throw IamException.constraint(
                        status, "status", "Member must satisfy enum value set: [Active, Inactive]");
        };
    }
}
