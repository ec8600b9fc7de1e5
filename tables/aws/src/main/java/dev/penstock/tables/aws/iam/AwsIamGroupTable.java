package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;
import static dev.penstock.tables.aws.iam.AccountAuthorizationDetails.GROUPS;
import static dev.penstock.tables.aws.iam.AccountAuthorizationDetails.inline;

import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Size;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.User;

/** One row per IAM group of the account. */
final class AwsIamGroupTable {
    private static final int MOST_PER_PAGE = 1000;

    private static final ListCall<AwsConnection, Group> LIST_GROUPS = ListCall.<AwsConnection, Group>pages(
                    "iam:ListGroups", (aws, page) -> {
                        var answer = aws.iam()
                                .listGroups(request -> request.pathPrefix(IamNames.pathPrefix(page.filter("path")))
                                        .maxItems(page.size(MOST_PER_PAGE))
                                        .marker(page.marker()));
                        return IamPages.of(answer.groups(), answer.isTruncated(), answer.marker());
                    })
            .filteredBy("path")
            .identifiedBy(Group::groupId)
            .sized(Size.of(MOST_PER_PAGE, "Groups"));

    /** A look-up needs no members; the smallest page will do. */
    private static final RowCall<AwsConnection, Group, Group> GET_GROUP = RowCall.of(
            "iam:GetGroup",
            Group::groupName,
            (aws, groupName) -> aws.iam()
                    .getGroup(request -> request.groupName(groupName).maxItems(1))
                    .group());

    private static final RowCall<AwsConnection, Group, List<User>> MEMBERS =
            RowCall.pages("iam:GetGroup", Group::groupName, (aws, groupName, page) -> {
                var answer = aws.iam()
                        .getGroup(request -> request.groupName(groupName)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.users(), answer.isTruncated(), answer.marker());
            });

    private static final RowCall<AwsConnection, Group, List<AttachedPolicy>> ATTACHED_POLICIES =
            RowCall.pages("iam:ListAttachedGroupPolicies", Group::groupName, (aws, groupName, page) -> {
                var answer = aws.iam()
                        .listAttachedGroupPolicies(request -> request.groupName(groupName)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.attachedPolicies(), answer.isTruncated(), answer.marker());
            });

    private static final RowCall<AwsConnection, Group, List<String>> INLINE_POLICY_NAMES =
            RowCall.pages("iam:ListGroupPolicies", Group::groupName, (aws, groupName, page) -> {
                var answer = aws.iam()
                        .listGroupPolicies(request -> request.groupName(groupName)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.policyNames(), answer.isTruncated(), answer.marker());
            });

    private static final RowCall<AwsConnection, Group, List<InlinePolicy>> INLINE_POLICIES =
            RowCall.each(INLINE_POLICY_NAMES, "iam:GetGroupPolicy", (aws, groupName, policyName) -> {
                var answer = aws.iam()
                        .getGroupPolicy(request -> request.groupName(groupName).policyName(policyName));
                return new InlinePolicy(answer.policyName(), answer.policyDocument());
            });

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_group")
            .describedAs("IAM groups: users that hold policies in common.")
            .rowsFrom(LIST_GROUPS)
            .rowsAlsoFrom(GROUPS, group -> group(group.detail()))
            .rowsByKey(GetCall.by("arn", GET_GROUP, IamNames::groupNameOfArn))
            .rowsByKey(GetCall.by("name", GET_GROUP, IamNames::name))
            .column("name", TEXT, Group::groupName, "The friendly name of the group.")
            .column("group_id", TEXT, Group::groupId, "The unique id of the group, which is never used again.")
            .column("path", TEXT, Group::path, "The path to the group.")
            .column("arn", TEXT, Group::arn, "The ARN of the group.")
            .column("create_date", TIMESTAMP, Group::createDate, "When the group was created.")
            .column(
                    "inline_policies",
                    JSON,
                    INLINE_POLICIES
                            .get(InlinePolicy::list)
                            .or(GROUPS.get(group ->
                                    InlinePolicy.list(inline(group.detail().groupPolicyList())))),
                    "The policies embedded in the group, NULL if there are none.")
            .column(
                    "inline_policies_std",
                    JSON,
                    INLINE_POLICIES
                            .get(InlinePolicy::canonicalList)
                            .or(GROUPS.get(group -> InlinePolicy.canonicalList(
                                    inline(group.detail().groupPolicyList())))),
                    "The policies embedded in the group in canonical form, NULL if there are none.")
            .column(
                    "attached_policy_arns",
                    JSON,
                    ATTACHED_POLICIES
                            .get(IamJson::arns)
                            .or(GROUPS.get(group -> IamJson.arns(group.detail().attachedManagedPolicies()))),
                    "The ARNs of the managed policies attached to the group, NULL if there are none.")
            .column(
                    "users",
                    JSON,
                    MEMBERS.get(SdkJson::listOrNull)
                            .or(GROUPS.get(group -> SdkJson.listOrNull(group.users().stream()
                                    .map(AwsIamUserTable::user)
                                    .toList()))),
                    "The users in the group, NULL if there are none.")
            .column("title", TEXT, Group::groupName, "The name of the group.")
            .column("akas", JSON, group -> IamJson.aka(group.arn()), "The ARN of the group in an array.")
            .with(AwsColumns::global)
            .example("Groups without members", """
                    select name, arn from aws_iam_group where users is null""")
            .build();

    private AwsIamGroupTable() {}

    /** A group as listings show it. */
    static Group group(GroupDetail detail) {
        return Group.builder()
                .path(detail.path())
                .groupName(detail.groupName())
                .groupId(detail.groupId())
                .arn(detail.arn())
                .createDate(detail.createDate())
                .build();
    }
}
