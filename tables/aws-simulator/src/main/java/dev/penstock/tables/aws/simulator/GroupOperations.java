package dev.penstock.tables.aws.simulator;

/** The operations of IAM on groups. */
final class GroupOperations {
    private GroupOperations() {}

    static void listGroups(ApiCall call, XmlText result) {
        Paging paging = call.paging();
        var found = call.estate().groupsAfter(paging.after(), call.pathPrefix(), paging.wanted());
        Members.page(
                result,
                "Groups",
                paging.cut(found, group -> Estate.folded(group.name())),
                (group, member) -> facts(call, group, member));
    }

    static void listGroupsForUser(ApiCall call, XmlText result) {
        var groups = call.estate().groupsOf(call.namedUser());
        Members.page(result, "Groups", call.paging().cutWhole(groups), (group, member) -> facts(call, group, member));
    }

    private static void facts(ApiCall call, IamGroup group, XmlText xml) {
        xml.element("Path", group.path())
                .element("GroupName", group.name())
                .element("GroupId", group.id())
                .element("Arn", group.arn(call.accountId()))
                .element("CreateDate", group.created());
    }
}
