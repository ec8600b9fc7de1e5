package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A few of the policies that AWS gives to every account, shortened to what matters. */
final class AwsManagedPolicies {
    private static final Instant MADE = Instant.parse("2015-02-06T18:39:46Z");
    private static final Instant CHANGED = Instant.parse("2023-11-16T17:02:11Z");

    private AwsManagedPolicies() {}

    static Stream<ManagedPolicy> all(IdSequence ids) {
        return Stream.of(
                policy(ids, "AdministratorAccess", "*"),
                policy(ids, "PowerUserAccess", "ec2:*", "s3:*", "lambda:*"),
                policy(ids, "ReadOnlyAccess", "ec2:Describe*", "iam:Get*", "iam:List*", "s3:Get*", "s3:List*"),
                policy(ids, "SecurityAudit", "iam:Get*", "iam:List*", "iam:GenerateCredentialReport"),
                policy(ids, "IAMUserChangePassword", "iam:ChangePassword", "iam:GetAccountPasswordPolicy"),
                policy(ids, "AWSSupportAccess", "support:*"),
                policy(ids, "AWSCloudShellFullAccess", "cloudshell:*"),
                policy(ids, "job-function/ViewOnlyAccess", "ec2:Describe*", "s3:List*"),
                policy(ids, "AmazonS3ReadOnlyAccess", "s3:Get*", "s3:List*"),
                policy(ids, "AmazonEC2ContainerRegistryPowerUser", "ecr:*"),
                policy(ids, "service-role/AWSLambdaBasicExecutionRole", "logs:CreateLogGroup", "logs:PutLogEvents"));
    }

    private static ManagedPolicy policy(IdSequence ids, String pathAndName, String... actions) {
        String list = String.join("\",\"", actions);
        String document = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                + (actions.length == 1 ? "\"" + list + "\"" : "[\"" + list + "\"]") + ",\"Resource\":\"*\"}]}";
        return new ManagedPolicy(
                "arn:aws:iam::aws:policy/" + pathAndName,
                ids.policyId(),
                null,
                List.of(
                        new ManagedPolicy.Version("v2", document, CHANGED, true),
                        new ManagedPolicy.Version("v1", document, MADE, false)),
                List.of());
    }
}
