package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import java.util.List;
import software.amazon.awssdk.services.iam.model.EvaluationResult;

/** One row per question whether a user, group or role may do an action on a resource. */
final class AwsIamPolicySimulatorTable {
    private static final ListCall<AwsConnection, Answered> SIMULATE = ListCall.pagesPerKey(
            "iam:SimulatePrincipalPolicy",
            KeySource.required("principal_arn", "action", "resource_arn"),
            (aws, key, page) -> {
                List<String> parts = KeySource.parts(key);
                var answer = aws.iam()
                        .simulatePrincipalPolicy(request -> request.policySourceArn(parts.get(0))
                                .actionNames(parts.get(1))
                                .resourceArns(parts.get(2)));
                return Page.only(answer.evaluationResults().stream()
                        .limit(1)
                        .map(result -> new Answered(parts.get(0), parts.get(1), parts.get(2), result))
                        .toList());
            });

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_policy_simulator")
            .describedAs("Whether a user, group or role may do an action on a resource, as IAM's simulator decides.")
            .rowsFrom(SIMULATE)
            .column("principal_arn", TEXT, Answered::principalArn, "The ARN of the user, group or role.")
            .column("action", TEXT, Answered::action, "The action, such as s3:GetObject.")
            .column("resource_arn", TEXT, Answered::resourceArn, "The ARN of the resource, * for any.")
            .column(
                    "decision",
                    TEXT,
                    fact(EvaluationResult::evalDecisionAsString),
                    "Either allowed, explicitDeny or implicitDeny.")
            .column(
                    "decision_details",
                    JSON,
                    fact(result -> result.hasEvalDecisionDetails()
                            ? SdkJson.map(result.evalDecisionDetailsAsStrings())
                            : null),
                    "The decision by kind of policy.")
            .column(
                    "matched_statements",
                    JSON,
                    fact(result -> SdkJson.listOrNull(result.matchedStatements())),
                    "The statements that the decision rests on, NULL if there are none.")
            .column(
                    "missing_context_values",
                    JSON,
                    fact(result -> SdkJson.listOrNull(result.missingContextValues())),
                    "The condition keys that would have to be known, NULL if there are none.")
            .column(
                    "resource_specific_results",
                    JSON,
                    fact(result -> result.hasResourceSpecificResults()
                            ? SdkJson.list(result.resourceSpecificResults())
                            : null),
                    "The decision for each resource.")
            .column(
                    "organizations_decision_detail",
                    JSON,
                    fact(result -> SdkJson.of(result.organizationsDecisionDetail())),
                    "Whether the organization's policies allow it.")
            .column(
                    "permissions_boundary_decision_detail",
                    JSON,
                    fact(result -> SdkJson.of(result.permissionsBoundaryDecisionDetail())),
                    "Whether the permissions boundary allows it.")
            .example("Whether a user may delete a bucket", """
                    select decision
                    from aws_iam_policy_simulator
                    where principal_arn = 'arn:aws:iam::123456789012:user/engineering/alice'
                      and action = 's3:DeleteBucket'
                      and resource_arn = '*'""")
            .build();

    private AwsIamPolicySimulatorTable() {}

    private static <T> Extractor<Answered, T> fact(Extractor<EvaluationResult, T> extractor) {
        return answered -> extractor.extract(answered.result());
    }

    /** A question and its answer. */
    private record Answered(String principalArn, String action, String resourceArn, EvaluationResult result) {}
}
