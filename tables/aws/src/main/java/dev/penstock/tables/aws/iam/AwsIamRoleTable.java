package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.BIGINT;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;
import static dev.penstock.tables.aws.iam.AccountAuthorizationDetails.ROLES;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.RoleLastUsed;

/** One row per IAM role of the account. */
final class AwsIamRoleTable {
    private static final int MOST_PER_PAGE = 1000;

    private static final ListCall<AwsConnection, Role> LIST_ROLES = ListCall.<AwsConnection, Role>pages(
                    "iam:ListRoles", (aws, page) -> {
                        var answer = aws.iam()
                                .listRoles(request -> request.pathPrefix(IamNames.pathPrefix(page.filter("path")))
                                        .maxItems(page.size(MOST_PER_PAGE))
                                        .marker(page.marker()));
                        return IamPages.of(answer.roles(), answer.isTruncated(), answer.marker());
                    })
            .filteredBy("path")
            .identifiedBy(Role::roleId)
            .sized(Size.of(MOST_PER_PAGE, "Roles"));

    /** ListRoles leaves tags, boundary and last use out; GetRole has them. */
    private static final RowCall<AwsConnection, Role, Role> GET_ROLE = RowCall.of(
            "iam:GetRole",
            Role::roleName,
            (aws, roleName) ->
                    aws.iam().getRole(request -> request.roleName(roleName)).role());

    private static final RowCall<AwsConnection, Role, List<InstanceProfile>> INSTANCE_PROFILES =
            RowCall.pages("iam:ListInstanceProfilesForRole", Role::roleName, (aws, roleName, page) -> {
                var answer = aws.iam()
                        .listInstanceProfilesForRole(request -> request.roleName(roleName)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.instanceProfiles(), answer.isTruncated(), answer.marker());
            });

    /** The account's instance profiles the other way round: those of each role that is in one. */
    private static final BulkCall<AwsConnection, ProfilesOfRole> PROFILES_OF_ROLES = BulkCall.of(
            AwsIamInstanceProfileTable.LIST_PROFILES.operation(),
            AwsIamRoleTable::byRole,
            ProfilesOfRole::roleId,
            AwsIamInstanceProfileTable.SIZE);

    private static final RowCall<AwsConnection, Role, List<AttachedPolicy>> ATTACHED_POLICIES =
            RowCall.pages("iam:ListAttachedRolePolicies", Role::roleName, (aws, roleName, page) -> {
                var answer = aws.iam()
                        .listAttachedRolePolicies(request -> request.roleName(roleName)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.attachedPolicies(), answer.isTruncated(), answer.marker());
            });

    private static final RowCall<AwsConnection, Role, List<String>> INLINE_POLICY_NAMES =
            RowCall.pages("iam:ListRolePolicies", Role::roleName, (aws, roleName, page) -> {
                var answer = aws.iam()
                        .listRolePolicies(request -> request.roleName(roleName)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.policyNames(), answer.isTruncated(), answer.marker());
            });

    private static final RowCall<AwsConnection, Role, List<InlinePolicy>> INLINE_POLICIES =
            RowCall.each(INLINE_POLICY_NAMES, "iam:GetRolePolicy", (aws, roleName, policyName) -> {
                var answer = aws.iam()
                        .getRolePolicy(request -> request.roleName(roleName).policyName(policyName));
                return new InlinePolicy(answer.policyName(), answer.policyDocument());
            });

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_role")
            .describedAs("IAM roles: permissions that trusted people, programs and services can take on.")
            .rowsFrom(LIST_ROLES)
            .rowsAlsoFrom(ROLES, AwsIamRoleTable::role)
            .rowsByKey(GetCall.by("arn", GET_ROLE, IamNames::roleNameOfArn))
            .rowsByKey(GetCall.by("name", GET_ROLE, IamNames::userName))
            .column("name", TEXT, Role::roleName, "The friendly name of the role.")
            .column("arn", TEXT, Role::arn, "The ARN of the role.")
            .column("role_id", TEXT, Role::roleId, "The unique id of the role, which is never used again.")
            .column(
                    "assume_role_policy_document",
                    TEXT,
                    Role::assumeRolePolicyDocument,
                    "The trust policy as the service sends it, URL-encoded.")
            .column("create_date", TIMESTAMP, Role::createDate, "When the role was created.")
            .column("description", TEXT, ColumnSource.listed(Role::description), "What the role is for.")
            .column(
                    "instance_profile_arns",
                    JSON,
                    INSTANCE_PROFILES
                            .get(AwsIamRoleTable::arns)
                            .or(ROLES.get(role -> arns(role.instanceProfileList())))
                            .or(PROFILES_OF_ROLES.getOrElse(role -> arns(role.profiles()), null)),
                    "The ARNs of the instance profiles that hold the role, NULL if there are none.")
            .column(
                    "max_session_duration",
                    BIGINT,
                    ColumnSource.listed(role -> IamNumbers.bigint(role.maxSessionDuration())),
                    "How long a session may last, in seconds.")
            .column("path", TEXT, Role::path, "The path to the role.")
            .column(
                    "permissions_boundary_arn",
                    TEXT,
                    GET_ROLE.get(role -> boundaryArn(role.permissionsBoundary()))
                            .or(ROLES.get(role -> boundaryArn(role.permissionsBoundary()))),
                    "The ARN of the policy that sets the role's permissions boundary, NULL if there is none.")
            .column(
                    "permissions_boundary_type",
                    TEXT,
                    GET_ROLE.get(role -> boundaryType(role.permissionsBoundary()))
                            .or(ROLES.get(role -> boundaryType(role.permissionsBoundary()))),
                    "How the permissions boundary is set, NULL if there is none.")
            .column(
                    "role_last_used_date",
                    TIMESTAMP,
                    GET_ROLE.get(role -> lastUsed(role.roleLastUsed()).lastUsedDate())
                            .or(ROLES.get(role -> lastUsed(role.roleLastUsed()).lastUsedDate())),
                    "When the role was last used within the time that AWS keeps track of.")
            .column(
                    "role_last_used_region",
                    TEXT,
                    GET_ROLE.get(role -> lastUsed(role.roleLastUsed()).region())
                            .or(ROLES.get(role -> lastUsed(role.roleLastUsed()).region())),
                    "The region in which the role was last used.")
            .column(
                    "tags_src",
                    JSON,
                    GET_ROLE.get(role -> SdkJson.listOrNull(role.tags()))
                            .or(ROLES.get(role -> SdkJson.listOrNull(role.tags()))),
                    "The tags of the role as the service lists them, NULL if there are none.")
            .column(
                    "inline_policies",
                    JSON,
                    INLINE_POLICIES
                            .get(InlinePolicy::list)
                            .or(ROLES.get(role -> InlinePolicy.list(inline(role.rolePolicyList())))),
                    "The policies embedded in the role, NULL if there are none.")
            .column(
                    "inline_policies_std",
                    JSON,
                    INLINE_POLICIES
                            .get(InlinePolicy::canonicalList)
                            .or(ROLES.get(role -> InlinePolicy.canonicalList(inline(role.rolePolicyList())))),
                    "The policies embedded in the role in canonical form, NULL if there are none.")
            .column(
                    "attached_policy_arns",
                    JSON,
                    ATTACHED_POLICIES
                            .get(IamJson::arns)
                            .or(ROLES.get(role -> IamJson.arns(role.attachedManagedPolicies()))),
                    "The ARNs of the managed policies attached to the role, NULL if there are none.")
            .column(
                    "assume_role_policy",
                    JSON,
                    role -> PolicyDocument.parse(role.assumeRolePolicyDocument()),
                    "The trust policy, which says who can take the role.")
            .column(
                    "assume_role_policy_std",
                    JSON,
                    role -> CanonicalPolicy.of(role.assumeRolePolicyDocument()),
                    "The trust policy in canonical form.")
            .column("title", TEXT, Role::roleName, "The name of the role.")
            .column(
                    "tags",
                    JSON,
                    GET_ROLE.get(role -> IamJson.tagMapOrNull(role.tags()))
                            .or(ROLES.get(role -> IamJson.tagMapOrNull(role.tags()))),
                    "The tags of the role as a map, NULL if there are none.")
            .column("akas", JSON, role -> IamJson.aka(role.arn()), "The ARN of the role in an array.")
            .with(AwsColumns::global)
            .example("Roles that nobody used for 90 days", """
                    select name, role_last_used_date
                    from aws_iam_role
                    where coalesce(role_last_used_date, create_date) < now() - interval '90 days'
                    order by name""")
            .example("Roles that everybody may assume", """
                    select name
                    from aws_iam_role as r, jsonb_array_elements(assume_role_policy_std -> 'Statement') as s
                    where s -> 'Principal' -> 'AWS' ? '*'""")
            .build();

    private AwsIamRoleTable() {}

    private static Role role(RoleDetail detail) {
        return Role.builder()
                .path(detail.path())
                .roleName(detail.roleName())
                .roleId(detail.roleId())
                .arn(detail.arn())
                .createDate(detail.createDate())
                .assumeRolePolicyDocument(detail.assumeRolePolicyDocument())
                .build();
    }

    private static @Nullable Json arns(List<InstanceProfile> profiles) {
        return SdkJson.listOrNull(profiles.stream().map(InstanceProfile::arn).toList());
    }

    private static List<ProfilesOfRole> byRole(List<InstanceProfile> profiles) {
        var byRole = new LinkedHashMap<String, ProfilesOfRole>();
        for (InstanceProfile profile : profiles) {
            for (Role role : profile.roles()) {
                byRole.computeIfAbsent(role.roleId(), id -> new ProfilesOfRole(id, new ArrayList<>()))
                        .profiles()
                        .add(profile);
            }
        }
        return List.copyOf(byRole.values());
    }

    private static @Nullable String boundaryArn(@Nullable AttachedPermissionsBoundary boundary) {
        return boundary == null ? null : boundary.permissionsBoundaryArn();
    }

    private static @Nullable String boundaryType(@Nullable AttachedPermissionsBoundary boundary) {
        return boundary == null ? null : boundary.permissionsBoundaryTypeAsString();
    }

    private static RoleLastUsed lastUsed(@Nullable RoleLastUsed use) {
        return use == null ? RoleLastUsed.builder().build() : use;
    }

    /** The instance profiles that hold a role. */
    private record ProfilesOfRole(String roleId, List<InstanceProfile> profiles) {}
}
