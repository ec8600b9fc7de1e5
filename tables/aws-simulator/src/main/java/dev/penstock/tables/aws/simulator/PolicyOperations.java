package dev.penstock.tables.aws.simulator;

/** The operations of IAM on the policies that users, groups and roles hold. */
final class PolicyOperations {
    private PolicyOperations() {}

    static void listAttachedUserPolicies(ApiCall call, XmlText result) {
        listAttached(call, call.namedUser(), result);
    }

    static void listAttachedGroupPolicies(ApiCall call, XmlText result) {
        listAttached(call, call.namedGroup(), result);
    }

    static void listAttachedRolePolicies(ApiCall call, XmlText result) {
        listAttached(call, call.namedRole(), result);
    }

    private static void listAttached(ApiCall call, PolicyHolder holder, XmlText result) {
        String prefix = call.pathPrefix();
        var attached = holder.attachedPolicies().stream()
                .filter(arn -> ManagedPolicy.pathOf(arn).startsWith(prefix))
                .toList();
        Members.page(result, "AttachedPolicies", call.paging().cutWhole(attached), IamShapes::attachedPolicy);
    }

    static void listUserPolicies(ApiCall call, XmlText result) {
        listNames(call, call.namedUser(), result);
    }

    static void listGroupPolicies(ApiCall call, XmlText result) {
        listNames(call, call.namedGroup(), result);
    }

    static void listRolePolicies(ApiCall call, XmlText result) {
        listNames(call, call.namedRole(), result);
    }

    private static void listNames(ApiCall call, PolicyHolder holder, XmlText result) {
        var names = holder.inlinePolicies().stream().map(InlinePolicy::name).toList();
        Members.texts(result, "PolicyNames", call.paging().cutWhole(names));
    }

    static void getUserPolicy(ApiCall call, XmlText result) {
        get(
                call,
                call.namedUser(),
                "user",
                result.element("UserName", call.namedUser().name()));
    }

    static void getGroupPolicy(ApiCall call, XmlText result) {
        get(
                call,
                call.namedGroup(),
                "group",
                result.element("GroupName", call.namedGroup().name()));
    }

    static void getRolePolicy(ApiCall call, XmlText result) {
        get(
                call,
                call.namedRole(),
                "role",
                result.element("RoleName", call.namedRole().name()));
    }

    private static void get(ApiCall call, PolicyHolder holder, String kind, XmlText result) {
        String name = IamRules.name(call.parameters().required("PolicyName"), "policyName");
        InlinePolicy policy = holder.inlinePolicies().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        IamException.noSuchEntity("The " + kind + " policy with name " + name + " cannot be found."));
        IamShapes.inlinePolicy(policy, result);
    }
}
