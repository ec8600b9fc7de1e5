package dev.penstock.tables.aws.simulator;

/** The operations of IAM on groups. */
final class GroupOperations {
    private GroupOperations() {}

    static void listGroups(ApiCall call, XmlText result) {
        Members.page(
                result,
                "Groups",
                call.held().groups.page(call),
                (group, member) -> IamShapes.group(call, group, member));
    }

    static void listGroupsForUser(ApiCall call, XmlText result) {
        var groups = call.estate().groupsOf(call.namedUser());
        Members.page(
                result,
                "Groups",
                call.paging().cutWhole(groups),
                (group, member) -> IamShapes.group(call, group, member));
    }

    static void getGroup(ApiCall call, XmlText result) {
        IamGroup group = call.namedGroup();
        var xml = new XmlText();
        IamShapes.group(call, group, xml);
        result.element("Group", xml);
        Members.page(
                result,
                "Users",
                call.paging().cutWhole(call.estate().membersOf(group)),
                (user, member) -> IamShapes.user(call, user, member));
    }
}
