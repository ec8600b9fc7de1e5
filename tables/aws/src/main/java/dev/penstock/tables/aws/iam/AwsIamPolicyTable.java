package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.BIGINT;
import static dev.penstock.spi.table.ColumnType.BOOLEAN;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;
import static dev.penstock.tables.aws.iam.AccountAuthorizationDetails.POLICIES;

import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.PageRequest;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Size;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** One row per managed policy: those of the account and all of AWS's. */
final class AwsIamPolicyTable {
    private static final int MOST_PER_PAGE = 1000;

    /** AWS managed policies, about as many as there were in 2026. */
    private static final int POLICIES_OF_AWS = 1400;

    static final ListCall<AwsConnection, Policy> LIST_POLICIES = ListCall.<AwsConnection, Policy>pages(
                    "iam:ListPolicies", (aws, page) -> {
                        var answer = aws.iam()
                                .listPolicies(request -> request.pathPrefix(IamNames.pathPrefix(page.filter("path")))
                                        .scope(scope(page))
                                        .onlyAttached("true".equals(page.filter("is_attached")) ? true : null)
                                        .maxItems(page.size(MOST_PER_PAGE))
                                        .marker(page.marker()));
                        return IamPages.of(answer.policies(), answer.isTruncated(), answer.marker());
                    })
            .filteredBy("path", "is_aws_managed", "is_attached")
            .identifiedBy(Policy::arn)
            .sized(Size.of(MOST_PER_PAGE, "Policies").and(POLICIES_OF_AWS));

    /** Listings leave description and tags out; GetPolicy has them. */
    private static final RowCall<AwsConnection, Policy, Policy> GET_POLICY = RowCall.of(
            "iam:GetPolicy",
            Policy::arn,
            (aws, arn) -> aws.iam().getPolicy(request -> request.policyArn(arn)).policy());

    private static final RowCall<AwsConnection, Policy, PolicyVersion> GET_DOCUMENT = RowCall.of(
            "iam:GetPolicyVersion",
            policy -> KeySource.joined(List.of(policy.arn(), policy.defaultVersionId())),
            (aws, arnAndVersion) -> {
                List<String> parts = KeySource.parts(arnAndVersion);
                return aws.iam()
                        .getPolicyVersion(
                                request -> request.policyArn(parts.get(0)).versionId(parts.get(1)))
                        .policyVersion();
            });

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_policy")
            .describedAs("Managed policies, those of the account and those of AWS.")
            .rowsFrom(LIST_POLICIES)
            .rowsAlsoFrom(POLICIES, AwsIamPolicyTable::policy, Map.of("is_attached", "true", "is_aws_managed", "false"))
            .rowsByKey(GetCall.by("arn", GET_POLICY, IamNames::policyArn))
            .column("name", TEXT, Policy::policyName, "The friendly name of the policy.")
            .column("policy_id", TEXT, Policy::policyId, "The unique id of the policy, which is never used again.")
            .column("path", TEXT, Policy::path, "The path to the policy.")
            .column("description", TEXT, GET_POLICY.get(Policy::description), "What the policy is for.")
            .column("arn", TEXT, Policy::arn, "The ARN of the policy.")
            .column(
                    "is_aws_managed",
                    BOOLEAN,
                    policy -> policy.arn().split(":", -1)[4].equals("aws"),
                    "Whether the policy is one of AWS's own.")
            .column(
                    "is_attachable",
                    BOOLEAN,
                    policy -> Boolean.TRUE.equals(policy.isAttachable()),
                    "Whether the policy can be attached to users, groups and roles.")
            .column("create_date", TIMESTAMP, Policy::createDate, "When the policy was created.")
            .column("update_date", TIMESTAMP, Policy::updateDate, "When the newest version was created.")
            .column(
                    "attachment_count",
                    BIGINT,
                    policy -> IamNumbers.bigint(policy.attachmentCount()),
                    "To how many users, groups and roles the policy is attached.")
            .column(
                    "is_attached",
                    BOOLEAN,
                    AwsIamPolicyTable::isAttached,
                    "Whether the policy is attached to any user, group or role.")
            .column("default_version_id", TEXT, Policy::defaultVersionId, "The version in effect.")
            .column(
                    "permissions_boundary_usage_count",
                    BIGINT,
                    policy -> IamNumbers.bigint(policy.permissionsBoundaryUsageCount()),
                    "For how many users and roles the policy is the permissions boundary.")
            .column(
                    "policy",
                    JSON,
                    GET_DOCUMENT
                            .get(version -> PolicyDocument.parse(version.document()))
                            .or(POLICIES.get(policy -> PolicyDocument.parse(document(policy)))),
                    "The document of the version in effect.")
            .column(
                    "policy_std",
                    JSON,
                    GET_DOCUMENT
                            .get(version -> CanonicalPolicy.of(version.document()))
                            .or(POLICIES.get(policy -> CanonicalPolicy.of(document(policy)))),
                    "The document of the version in effect in canonical form.")
            .column(
                    "tags_src",
                    JSON,
                    GET_POLICY.get(policy -> policy.hasTags() ? SdkJson.list(policy.tags()) : null),
                    "The tags of the policy as the service lists them.")
            .column(
                    "tags",
                    JSON,
                    GET_POLICY.get(policy -> IamJson.tagMapOrNull(policy.tags())),
                    "The tags of the policy as a map, NULL if there are none.")
            .column("title", TEXT, Policy::policyName, "The name of the policy.")
            .column("akas", JSON, policy -> IamJson.aka(policy.arn()), "The ARN of the policy in an array.")
            .with(AwsColumns::global)
            .example("Own policies that allow everything", """
                    select p.name
                    from aws_iam_policy as p, jsonb_array_elements(policy_std -> 'Statement') as s
                    where not is_aws_managed
                      and s ->> 'Effect' = 'Allow'
                      and s -> 'Action' ? '*'
                      and s -> 'Resource' ? '*'""")
            .build();

    private AwsIamPolicyTable() {}

    private static @Nullable PolicyScopeType scope(PageRequest page) {
        String managed = page.filter("is_aws_managed");
        if (managed == null) {
            return null;
        }
        return managed.equals("true") ? PolicyScopeType.AWS : PolicyScopeType.LOCAL;
    }

    /** Only a count of zero says that it is not; use as a boundary does not count. */
    static boolean isAttached(Policy policy) {
        return policy.attachmentCount() == null || policy.attachmentCount() != 0;
    }

    private static Policy policy(ManagedPolicyDetail detail) {
        return Policy.builder()
                .policyName(detail.policyName())
                .policyId(detail.policyId())
                .arn(detail.arn())
                .path(detail.path())
                .defaultVersionId(detail.defaultVersionId())
                .attachmentCount(detail.attachmentCount())
                .permissionsBoundaryUsageCount(detail.permissionsBoundaryUsageCount())
                .isAttachable(detail.isAttachable())
                .createDate(detail.createDate())
                .updateDate(detail.updateDate())
                .build();
    }

    private static @Nullable String document(ManagedPolicyDetail policy) {
        return policy.policyVersionList().stream()
                .filter(version -> Boolean.TRUE.equals(version.isDefaultVersion()))
                .map(PolicyVersion::document)
                .findFirst()
                .orElse(null);
    }
}
