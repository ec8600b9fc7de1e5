package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.BOOLEAN;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;
import static dev.penstock.tables.aws.iam.AccountAuthorizationDetails.USERS;
import static dev.penstock.tables.aws.iam.AccountAuthorizationDetails.inline;

import dev.penstock.spi.table.BulkCall;
import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Size;
import dev.penstock.spi.table.Table;
import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import dev.penstock.tables.aws.iam.AccountAuthorizationDetails.UserWithGroups;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.LoginProfile;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.UserDetail;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** One row per IAM user of the account. */
final class AwsIamUserTable {
    private static final int MOST_PER_PAGE = 1000;

    static final ListCall<AwsConnection, User> LIST_USERS = ListCall.<AwsConnection, User>pages(
                    "iam:ListUsers", (aws, page) -> {
                        var answer = aws.iam()
                                .listUsers(request -> request.pathPrefix(IamNames.pathPrefix(page.filter("path")))
                                        .maxItems(page.size(MOST_PER_PAGE))
                                        .marker(page.marker()));
                        return IamPages.of(
                                IamPages.whole(
                                        answer.users(), User::userName, User::userId, User::arn, User::createDate),
                                answer.isTruncated(),
                                answer.marker());
                    })
            .filteredBy("path")
            .identifiedBy(User::userId)
            .sized(Size.of(MOST_PER_PAGE, "Users"));

    /** ListUsers leaves tags and boundary out; GetUser has them. */
    static final RowCall<AwsConnection, User, User> GET_USER = RowCall.of(
            "iam:GetUser",
            User::userName,
            (aws, userName) ->
                    aws.iam().getUser(request -> request.userName(userName)).user());

    private static final RowCall<AwsConnection, User, LoginProfile> LOGIN_PROFILE =
            RowCall.of("iam:GetLoginProfile", User::userName, AwsIamUserTable::loginProfile);

    private static final RowCall<AwsConnection, User, List<MFADevice>> MFA_DEVICES =
            RowCall.pages("iam:ListMFADevices", User::userName, (aws, userName, page) -> {
                var answer = aws.iam()
                        .listMFADevices(request -> request.userName(userName)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.mfaDevices(), answer.isTruncated(), answer.marker());
            });

    private static final RowCall<AwsConnection, User, List<Group>> GROUPS =
            RowCall.pages("iam:ListGroupsForUser", User::userName, (aws, userName, page) -> {
                var answer = aws.iam()
                        .listGroupsForUser(request -> request.userName(userName)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.groups(), answer.isTruncated(), answer.marker());
            });

    private static final RowCall<AwsConnection, User, List<AttachedPolicy>> ATTACHED_POLICIES =
            RowCall.pages("iam:ListAttachedUserPolicies", User::userName, (aws, userName, page) -> {
                var answer = aws.iam()
                        .listAttachedUserPolicies(request -> request.userName(userName)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.attachedPolicies(), answer.isTruncated(), answer.marker());
            });

    private static final RowCall<AwsConnection, User, List<String>> INLINE_POLICY_NAMES =
            RowCall.pages("iam:ListUserPolicies", User::userName, (aws, userName, page) -> {
                var answer = aws.iam()
                        .listUserPolicies(request -> request.userName(userName)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.policyNames(), answer.isTruncated(), answer.marker());
            });

    private static final RowCall<AwsConnection, User, List<InlinePolicy>> INLINE_POLICIES =
            RowCall.each(INLINE_POLICY_NAMES, "iam:GetUserPolicy", (aws, userName, policyName) -> {
                var answer = aws.iam()
                        .getUserPolicy(request -> request.userName(userName).policyName(policyName));
                return new InlinePolicy(answer.policyName(), answer.policyDocument());
            });

    /** Names virtual devices only: who has one has a second factor, and of the others nothing is known. */
    private static final BulkCall<AwsConnection, VirtualMFADevice> VIRTUAL_DEVICES = BulkCall.of(
                    AwsIamVirtualMfaDeviceTable.LIST_DEVICES.operation(),
                    devices -> devices.stream()
                            .filter(device -> device.user() != null)
                            .toList(),
                    device -> device.user().userId(),
                    AwsIamVirtualMfaDeviceTable.SIZE)
            .naming(AwsIamVirtualMfaDeviceTable.SIZE);

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_user")
            .describedAs("IAM users: the people and programs that sign in with long-term credentials.")
            .rowsFrom(LIST_USERS)
            .rowsAlsoFrom(USERS, AwsIamUserTable::ofDetails)
            .rowsByKey(GetCall.by("arn", GET_USER, IamNames::userNameOfArn))
            .rowsByKey(GetCall.by("name", GET_USER, IamNames::userName))
            .column("name", TEXT, User::userName, "The friendly name of the user.")
            .column("user_id", TEXT, User::userId, "The unique id of the user, which is never used again.")
            .column("path", TEXT, User::path, "The path to the user.")
            .column("arn", TEXT, User::arn, "The ARN of the user.")
            .column("create_date", TIMESTAMP, User::createDate, "When the user was created.")
            .column(
                    "password_last_used",
                    TIMESTAMP,
                    ColumnSource.listed(User::passwordLastUsed),
                    "When the user's password was last used to sign in to an AWS website.")
            .column(
                    "permissions_boundary_arn",
                    TEXT,
                    GET_USER.get(user -> boundaryArn(user.permissionsBoundary()))
                            .or(USERS.get(user -> boundaryArn(user.detail().permissionsBoundary()))),
                    "The ARN of the policy that sets the user's permissions boundary, empty if there is none.")
            .column(
                    "permissions_boundary_type",
                    TEXT,
                    GET_USER.get(user -> boundaryType(user.permissionsBoundary()))
                            .or(USERS.get(user -> boundaryType(user.detail().permissionsBoundary()))),
                    "How the permissions boundary is set, empty if there is none.")
            .column(
                    "mfa_enabled",
                    BOOLEAN,
                    MFA_DEVICES.get(devices -> !devices.isEmpty()).or(VIRTUAL_DEVICES.get(device -> true)),
                    "Whether the user has an MFA device of any kind.")
            .column(
                    "login_profile",
                    JSON,
                    LOGIN_PROFILE.get(IamJson::loginProfile),
                    "The user's console password, NULL if there is none.")
            .column("mfa_devices", JSON, MFA_DEVICES.get(SdkJson::list), "The MFA devices of the user.")
            .column(
                    "groups",
                    JSON,
                    GROUPS.<Json>get(SdkJson::list).or(USERS.get(user -> IamJson.each(user.groups(), IamJson::group))),
                    "The groups that the user is in.")
            .column(
                    "inline_policies",
                    JSON,
                    INLINE_POLICIES
                            .get(InlinePolicy::list)
                            .or(USERS.get(user ->
                                    InlinePolicy.list(inline(user.detail().userPolicyList())))),
                    "The policies embedded in the user, NULL if there are none.")
            .column(
                    "inline_policies_std",
                    JSON,
                    INLINE_POLICIES
                            .get(InlinePolicy::canonicalList)
                            .or(USERS.get(user -> InlinePolicy.canonicalList(
                                    inline(user.detail().userPolicyList())))),
                    "The policies embedded in the user in canonical form, NULL if there are none.")
            .column(
                    "attached_policy_arns",
                    JSON,
                    ATTACHED_POLICIES
                            .get(IamJson::arns)
                            .or(USERS.get(user -> IamJson.arns(user.detail().attachedManagedPolicies()))),
                    "The ARNs of the managed policies attached to the user, NULL if there are none.")
            .column(
                    "tags_src",
                    JSON,
                    GET_USER.get(user -> SdkJson.listOrNull(user.tags()))
                            .or(USERS.get(
                                    user -> SdkJson.listOrNull(user.detail().tags()))),
                    "The tags of the user as the service lists them, NULL if there are none.")
            .column(
                    "tags",
                    JSON,
                    GET_USER.get(user -> IamJson.tagMapOrNull(user.tags()))
                            .or(USERS.get(
                                    user -> IamJson.tagMapOrNull(user.detail().tags()))),
                    "The tags of the user as a map, NULL if there are none.")
            .column("title", TEXT, User::userName, "The name of the user.")
            .column("akas", JSON, user -> IamJson.aka(user.arn()), "The ARN of the user in an array.")
            .with(AwsColumns::global)
            .example("Users without a second factor", """
                    select name from aws_iam_user where not mfa_enabled order by name""")
            .example("Users and their groups", """
                    select u.name, g ->> 'GroupName' as group_name
                    from aws_iam_user as u, jsonb_array_elements(groups) as g
                    order by u.name, group_name""")
            .build();

    private AwsIamUserTable() {}

    private static User ofDetails(UserWithGroups user) {
        return user(user.detail());
    }

    /** A user as a group's members show it: without what the bulk answer leaves out. */
    static User user(UserDetail detail) {
        return User.builder()
                .path(detail.path())
                .userName(detail.userName())
                .userId(detail.userId())
                .arn(detail.arn())
                .createDate(detail.createDate())
                .build();
    }

    private static String boundaryArn(AttachedPermissionsBoundary boundary) {
        return boundary == null || boundary.permissionsBoundaryArn() == null ? "" : boundary.permissionsBoundaryArn();
    }

    private static String boundaryType(AttachedPermissionsBoundary boundary) {
        return boundary == null || boundary.permissionsBoundaryTypeAsString() == null
                ? ""
                : boundary.permissionsBoundaryTypeAsString();
    }

    /** A user without a console password has no profile. A user who is not there is another matter. */
    private static @Nullable LoginProfile loginProfile(AwsConnection aws, String userName) {
        try {
            return aws.iam()
                    .getLoginProfile(request -> request.userName(userName))
                    .loginProfile();
        } catch (NoSuchEntityException e) {
            if (String.valueOf(e.getMessage()).contains("user with name")) {
                throw e;
            }
            return null;
        }
    }
}
