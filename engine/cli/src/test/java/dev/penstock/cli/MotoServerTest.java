package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.testkit.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The truth table against a service that is not ours: moto's IAM, with users made by boto3. Skipped where there is none. */
class MotoServerTest {
    private static final String MAKE_USERS = """
            import sys, boto3
            iam = boto3.client("iam", endpoint_url=sys.argv[1], region_name="us-east-1",
                               aws_access_key_id="testing", aws_secret_access_key="testing")
            def user(name, states, path="/"):
                iam.create_user(UserName=name, Path=path)
                for state in states:
                    key = iam.create_access_key(UserName=name)["AccessKey"]["AccessKeyId"]
                    if state == "I":
                        iam.update_access_key(UserName=name, AccessKeyId=key, Status="Inactive")
            user("none", "")
            user("one_active", "A")
            user("active_inactive", "AI")
            user("one_inactive", "I")
            user("two_inactive", "II")
            user("two_active", "AA")
            user("below_a_path", "AA", "/engineering/")
            user("bob", "A")
            user("bobby", "A")
            user("svc_a", "A")
            user("svc-a", "A")
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void theTruthTable() throws IOException, InterruptedException {
        try (MotoServer moto = MotoServer.start(folder)) {
            moto.fill(MAKE_USERS);
            ControlRun run = ControlRun.over(moto.endpoint());
            assertThat(run.check().error()).isEmpty();
            String arn = "arn:aws:iam::123456789012:user";
            assertThat(run.verdicts())
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry(arn + "/none", "ok"),
                            Map.entry(arn + "/one_active", "ok"),
                            Map.entry(arn + "/active_inactive", "ok"),
                            Map.entry(arn + "/one_inactive", "ok"),
                            Map.entry(arn + "/two_inactive", "ok"),
                            Map.entry(arn + "/two_active", "alarm"),
                            Map.entry(arn + "/engineering/below_a_path", "alarm"),
                            Map.entry(arn + "/bob", "ok"),
                            Map.entry(arn + "/bobby", "ok"),
                            Map.entry(arn + "/svc_a", "ok"),
                            Map.entry(arn + "/svc-a", "ok")));
        }
    }
}
