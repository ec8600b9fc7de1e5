package dev.penstock.cli.truth;

import static dev.penstock.cli.truth.TruthTable.ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.testkit.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section's queries against a service that is not ours, with an estate made by boto3. */
class SectionOnMotoTest {
    private static final String MAKE_ESTATE = """
            import boto3, json, sys
            def client(service):
                return boto3.client(service, endpoint_url=sys.argv[1], region_name="us-east-1",
                                    aws_access_key_id="testing", aws_secret_access_key="testing")
            iam = client("iam")
            def document(**statement):
                return json.dumps({"Version": "2012-10-17", "Statement": [dict(Effect="Allow", **statement)]})
            everything = document(Action="*", Resource="*")
            reading = document(Action="s3:GetObject", Resource="*")
            trust = document(Action="sts:AssumeRole", Principal={"Service": "ec2.amazonaws.com"})
            of_aws = "arn:aws:iam::aws:policy/"
            iam.create_user(UserName="nobody")
            for name in ("console", "careful"):
                iam.create_user(UserName=name)
                iam.create_login_profile(UserName=name, Password="Aa1!aaaaaaaaaaaa")
            device = iam.create_virtual_mfa_device(VirtualMFADeviceName="careful")["VirtualMFADevice"]["SerialNumber"]
            iam.enable_mfa_device(UserName="careful", SerialNumber=device,
                                  AuthenticationCode1="123456", AuthenticationCode2="654321")
            iam.create_user(UserName="keys", Path="/engineering/")
            for i in range(2):
                iam.create_access_key(UserName="keys")
            iam.create_user(UserName="inline")
            iam.put_user_policy(UserName="inline", PolicyName="p", PolicyDocument=reading)
            iam.create_user(UserName="attached")
            iam.attach_user_policy(UserName="attached", PolicyArn=of_aws + "AWSCloudShellFullAccess")
            iam.create_group(GroupName="group")
            iam.create_policy(PolicyName="loose", PolicyDocument=everything)
            for name, text in (("everything", everything), ("reading", reading)):
                policy = iam.create_policy(PolicyName=name, PolicyDocument=text)["Policy"]["Arn"]
                iam.attach_group_policy(GroupName="group", PolicyArn=policy)
            iam.create_role(RoleName="support", AssumeRolePolicyDocument=trust)
            iam.attach_role_policy(RoleName="support", PolicyArn=of_aws + "AWSSupportAccess")
            iam.update_account_password_policy(MinimumPasswordLength=14, PasswordReusePrevention=5)
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void eachQueryIsRight() throws IOException, InterruptedException {
        try (MotoServer moto = MotoServer.start(folder)) {
            moto.fill(MAKE_ESTATE);
            var connections = List.of(Case.connection("testing", moto.endpoint()));
            for (TruthTable table : TruthTablesTest.tables()) {
                String sql = TruthTablesTest.sql(table);
                var answer = Case.answer(sql, Clock.systemUTC(), ZoneOffset.UTC, connections);
                assertThat(plain(answer)).as(table.file()).isEqualTo(expected(table.file()));
            }
        }
    }

    /** Moto makes the ids of keys up, and gives policies no names among the account's details, so no reasons either. */
    private static Map<String, String> plain(Map<String, String> verdicts) {
        var merged = new TreeMap<String, String>();
        verdicts.forEach((resource, verdict) -> merged.merge(
                resource.replaceFirst("/accesskey/.*", "/accesskey"),
                resource.equals("error") ? "" : verdict.replace(" without a reason", ""),
                (first, second) -> first + " and " + second));
        return merged;
    }

    private static Map<String, String> expected(String file) {
        return switch (file.replaceFirst(".*/", "").replace(".sql", "")) {
            case "account_contact_details_current",
                    "account_security_questions_registered",
                    "account_users_managed_centrally" -> account("info");
            case "iam_account_password_policy_min_length_14", "iam_root_user_no_access_keys", "iam_support_role" ->
                account("ok");
            case "account_alternate_contact_security_registered",
                    "iam_account_password_policy_reuse_24",
                    "iam_root_user_hardware_mfa_enabled",
                    "iam_root_user_mfa_enabled" -> account("alarm");
            case "iam_user_console_access_mfa_enabled" -> users("console");
            case "iam_user_one_active_key" -> users("engineering/keys");
            case "iam_user_access_keys_and_password_at_setup", "iam_user_unused_credentials_45" -> users();
            case "iam_user_no_inline_attached_policies" -> users("attached", "inline");
            case "iam_user_group_role_cloudshell_fullaccess_restricted" -> principals();
            case "iam_policy_all_attached_no_star_star" ->
                Map.of(
                        policy(ACCOUNT, "everything"), "alarm",
                        policy(ACCOUNT, "reading"), "ok",
                        policy("aws", "AWSCloudShellFullAccess"), "ok",
                        policy("aws", "AWSSupportAccess"), "ok");
            case "iam_user_access_key_age_90" -> Map.of(user("/keys/accesskey"), "ok and ok");
            // moto has no Access Analyzer: the query fails and says nothing of any region.
            case "iam_access_analyzer_enabled" -> Map.of("error", "");
            // moto's credential report has no line for the root user, and it holds no server certificates here.
            default -> Map.of();
        };
    }

    private static Map<String, String> account(String verdict) {
        return Map.of("arn:aws:::" + ACCOUNT, verdict);
    }

    /** All users ok, but for those named. */
    private static Map<String, String> users(String... alarmed) {
        var verdicts = new TreeMap<String, String>();
        for (String name : new String[] {"nobody", "console", "careful", "engineering/keys", "inline", "attached"}) {
            verdicts.put(user("/" + name), "ok");
        }
        for (String name : alarmed) {
            verdicts.put(user("/" + name), "alarm");
        }
        return verdicts;
    }

    private static Map<String, String> principals() {
        var verdicts = new HashMap<>(users("attached"));
        verdicts.put("arn:aws:iam::" + ACCOUNT + ":group/group", "ok");
        verdicts.put("arn:aws:iam::" + ACCOUNT + ":role/support", "ok");
        return verdicts;
    }

    private static String policy(String account, String name) {
        return "arn:aws:iam::" + account + ":policy/" + name;
    }
}
