package dev.penstock.tables.aws.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real clients, where they are on the path. */
class AwsCliTest {
    private static final String BOTO3_SCRIPT = """
            import boto3
            iam = boto3.client("iam")
            pages = list(iam.get_paginator("list_users").paginate(PaginationConfig={"PageSize": 2}))
            print(len(pages), [user["UserName"] for page in pages for user in page["Users"]])
            key = iam.create_access_key(UserName="alice")["AccessKey"]["AccessKeyId"]
            iam.update_access_key(UserName="alice", AccessKeyId=key, Status="Inactive")
            print([each["Status"] for each in iam.list_access_keys(UserName="alice")["AccessKeyMetadata"]])
            print(iam.get_user_policy(UserName="alice", PolicyName="own")["PolicyDocument"]["Version"])
            print(iam.get_access_key_last_used(AccessKeyId=key)["AccessKeyLastUsed"])
            print(iam.get_user(UserName="alice")["User"]["Tags"])
            print(iam.get_account_summary()["SummaryMap"]["Users"])
            print(boto3.client("sts").get_caller_identity()["Account"])
            try:
                iam.create_user(UserName="ALICE")
            except iam.exceptions.EntityAlreadyExistsException as error:
                print(error)
            """;

    private final Estate estate = Estate.account("123456789012")
            .user(
                    "alice",
                    user -> user.key()
                            .path("/engineering/")
                            .tag("city", "Köln")
                            .inlinePolicy("own", "{\"Version\": \"2012-10-17\", \"Statement\": []}"))
            .user("bob", UserBuilder::key)
            .user("carol")
            .build();

    @TempDir
    private Path home;

    private AwsSimulator simulator;

    @BeforeEach
    void start() {
        simulator = AwsSimulator.start(estate);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void awsCliReadsAndWrites() throws IOException, InterruptedException {
        assumeTrue(present("aws", "--version"), "the AWS CLI is not on the path");
        assertThat(aws("iam", "list-users", "--page-size", "2", "--query", "Users[].UserName"))
                .matches("alice\\W+bob\\W+carol");
        assertThat(simulator.log().count("iam:ListUsers")).isEqualTo(2);
        assertThat(aws("iam", "get-user", "--user-name", "alice", "--query", "User.[Arn,Tags[0].Value]"))
                .isEqualTo("arn:aws:iam::123456789012:user/engineering/alice\tKöln");
        aws("iam", "create-user", "--user-name", "dave", "--path", "/x/");
        assertThat(estate.user("dave")).isPresent();
        String keyId = estate.user("bob").orElseThrow().keys().get(0).id();
        aws("iam", "update-access-key", "--user-name", "bob", "--access-key-id", keyId, "--status", "Inactive");
        assertThat(aws("iam", "list-access-keys", "--user-name", "bob", "--query", "AccessKeyMetadata[].Status"))
                .isEqualTo("Inactive");
        assertThat(aws("iam", "get-user", "--user-name", "nobody"))
                .contains("(NoSuchEntity)", "The user with name nobody cannot be found.");
    }

    @Test
    void awsCliReadsRolesPoliciesAndTheServicesThatSpeakJson() throws IOException, InterruptedException {
        assumeTrue(present("aws", "--version"), "the AWS CLI is not on the path");
        simulator.close();
        simulator = AwsSimulator.start(Estates.demo(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(aws("iam", "get-role", "--role-name", "web-server", "--query", "Role.[Arn,RoleLastUsed.Region]"))
                .isEqualTo("arn:aws:iam::123456789012:role/service/web-server\teu-central-1");
        assertThat(aws(
                        "iam",
                        "list-policies",
                        "--scope",
                        "Local",
                        "--only-attached",
                        "--query",
                        "Policies[].PolicyName"))
                .matches("EmergencyAccess\\W+ReadInvoices\\W+DeployRelease");
        assertThat(aws(
                        "iam",
                        "get-account-authorization-details",
                        "--filter",
                        "Group",
                        "--query",
                        "length(GroupDetailList)"))
                .isEqualTo("6");
        assertThat(aws("iam", "get-credential-report")).contains("(ReportNotPresent)");
        assertThat(aws("iam", "generate-credential-report", "--query", "State")).isEqualTo("STARTED");
        assertThat(aws(
                        "iam",
                        "simulate-principal-policy",
                        "--policy-source-arn",
                        "arn:aws:iam::123456789012:user/old-admin",
                        "--action-names",
                        "s3:GetObject",
                        "--query",
                        "EvaluationResults[].EvalDecision"))
                .isEqualTo("allowed");
        assertThat(aws("accessanalyzer", "list-analyzers", "--query", "analyzers[].name"))
                .isEqualTo("external-access");
        assertThat(aws("account", "get-contact-information", "--query", "ContactInformation.FullName"))
                .isEqualTo("Amara Osei");
        assertThat(aws("account", "get-alternate-contact", "--alternate-contact-type", "SECURITY"))
                .contains("(ResourceNotFoundException)");
        assertThat(aws("organizations", "describe-organization", "--query", "Organization.Id"))
                .isEqualTo("o-r1verbend0");
        assertThat(aws("organizations", "list-accounts", "--query", "length(Accounts)"))
                .isEqualTo("3");
        assertThat(aws("organizations", "list-roots", "--query", "Roots[].Id")).isEqualTo("r-rb01");
        assertThat(aws(
                        "organizations",
                        "list-organizational-units-for-parent",
                        "--parent-id",
                        "r-rb01",
                        "--query",
                        "OrganizationalUnits[].Name"))
                .isEqualTo("Products");
        assertThat(aws("organizations", "describe-account", "--account-id", "999999999999"))
                .contains("(AccountNotFoundException)");
    }

    @Test
    void boto3ReadsAndWrites() throws IOException, InterruptedException {
        assumeTrue(present("python3", "-c", "import boto3"), "python3 with boto3 is not on the path");
        assertThat(run(List.of("python3", "-c", BOTO3_SCRIPT)).lines())
                .containsExactly(
                        "2 ['alice', 'bob', 'carol']",
                        "['Active', 'Inactive']",
                        "2012-10-17",
                        "{'ServiceName': 'N/A', 'Region': 'N/A'}",
                        "[{'Key': 'city', 'Value': 'Köln'}]",
                        "3",
                        "123456789012",
                        "An error occurred (EntityAlreadyExists) when calling the CreateUser operation:"
                                + " User with name ALICE already exists.");
    }

    private String aws(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--endpoint-url", simulator.endpoint().toString(), "--output", "text"));
        return run(command);
    }

    private boolean present(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_PAGER", "");
        environment.putAll(Map.of(
                "AWS_ACCESS_KEY_ID", "AKIATEST",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_ENDPOINT_URL", simulator.endpoint().toString(),
                "AWS_CONFIG_FILE", home.resolve("config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", home.resolve("credentials").toString(),
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_MAX_ATTEMPTS", "1",
                "PYTHONIOENCODING", "utf-8"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
