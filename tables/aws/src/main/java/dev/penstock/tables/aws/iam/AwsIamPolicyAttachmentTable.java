package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.BOOLEAN;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.tables.aws.iam.AccountAuthorizationDetails.POLICY_USES;

import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import dev.penstock.tables.aws.iam.AccountAuthorizationDetails.PolicyUse;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.Policy;

/** One row per managed policy, with all who use it, however many they are. */
final class AwsIamPolicyAttachmentTable {
    private static final int MOST_PER_PAGE = 1000;

    /** Whoever has the policy attached or as boundary. A policy that counts say is not used is not asked about. */
    private static final RowCall<AwsConnection, Policy, List<ListEntitiesForPolicyResponse>> ENTITIES =
            RowCall.<AwsConnection, Policy, ListEntitiesForPolicyResponse>pages(
                            "iam:ListEntitiesForPolicy", Policy::arn, (aws, arn, page) -> {
                                var answer = aws.iam()
                                        .listEntitiesForPolicy(request -> request.policyArn(arn)
                                                .maxItems(page.size(MOST_PER_PAGE))
                                                .marker(page.marker()));
                                return IamPages.of(List.of(answer), answer.isTruncated(), answer.marker());
                            })
                    .onlyIf(AwsIamPolicyAttachmentTable::isUsed);

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_policy_attachment")
            .describedAs("Managed policies and the users, groups and roles that use them.")
            .rowsFrom(AwsIamPolicyTable.LIST_POLICIES.filteredBy("is_attached"))
            .column("policy_arn", TEXT, Policy::arn, "The ARN of the policy.")
            .column(
                    "is_attached",
                    BOOLEAN,
                    AwsIamPolicyTable::isAttached,
                    "Whether the policy is attached to any user, group or role.")
            .column(
                    "policy_groups",
                    JSON,
                    users(ListEntitiesForPolicyResponse::policyGroups, PolicyUse::groups),
                    "The groups that the policy is attached to.")
            .column(
                    "policy_roles",
                    JSON,
                    users(ListEntitiesForPolicyResponse::policyRoles, PolicyUse::roles),
                    "The roles that the policy is attached to, or whose boundary it is.")
            .column(
                    "policy_users",
                    JSON,
                    users(ListEntitiesForPolicyResponse::policyUsers, PolicyUse::users),
                    "The users that the policy is attached to, or whose boundary it is.")
            .with(AwsColumns::global)
            .example("Who holds full access", """
                    select policy_arn, policy_users, policy_groups, policy_roles
                    from aws_iam_policy_attachment
                    where policy_arn like '%/AdministratorAccess'""")
            .build();

    private AwsIamPolicyAttachmentTable() {}

    private static ColumnSource<AwsConnection, Policy, Json> users(
            Function<ListEntitiesForPolicyResponse, List<?>> single, Extractor<PolicyUse, List<?>> bulk) {
        Json none = Json.array(List.of());
        ColumnSource<AwsConnection, Policy, Json> asked = ENTITIES.getOrElse(
                pages -> SdkJson.list(pages.stream()
                        .flatMap(page -> single.apply(page).stream())
                        .toList()),
                none);
        return asked.or(POLICY_USES.getOrElse(
                use -> {
                    List<?> users = bulk.extract(use);
                    return SdkJson.list(users == null ? List.of() : users);
                },
                none));
    }

    private static boolean isUsed(Policy policy) {
        return AwsIamPolicyTable.isAttached(policy)
                || policy.permissionsBoundaryUsageCount() == null
                || policy.permissionsBoundaryUsageCount() != 0;
    }
}
