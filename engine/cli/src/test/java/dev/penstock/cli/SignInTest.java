package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.simulator.AssumableRole;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to sign in that can be run on this machine, each to an account of its own. */
class SignInTest {
    private static final String[] WHO = {
        "query", "select account_id from aws_sts_caller_identity", "--output", "csv", "--header=false"
    };
    private static final String ACCOUNTS =
            "select sp_connection_name, account_id, arn from aws_sts_caller_identity" + " order by sp_connection_name";

    private final AwsSimulator simulator = AwsSimulator.start(List.of(
            account("1", "AKIAKEYS", new AssumableRole("Unused")),
            account("2", "AKIA2", new AssumableRole("Audit").withExternalId("shared-with-us")),
            account("3", "AKIA3", new AssumableRole("Portal").withSignOn("access-token-of-3", null)),
            account("4", "AKIA4", new AssumableRole("Portal").withSignOn("access-token-of-4", "refresh-token-of-4")),
            account("5", "AKIAPROCESS", new AssumableRole("Unused")),
            account("6", "AKIA6", new AssumableRole("Web").withWebIdentity("token of a provider")),
            account("7", "AKIA7", new AssumableRole("Second").withMfaCode("246810")),
            account("8", "AKIA8", new AssumableRole("Machine").ofMachine())));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path home;

    private static Estate account(String digit, String key, AssumableRole role) {
        return Estate.account(digit.repeat(12))
                .credentials(key)
                .user("ann")
                .assumable(role)
                .build();
    }

    @BeforeEach
    void configure() throws IOException {
        Path program = Files.writeString(home.resolve("credentials.sh"), """
                #!/bin/sh
                echo '{"Version": 1, "AccessKeyId": "AKIAPROCESS", "SecretAccessKey": "a secret of a process"}'
                """);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("web.token"), "token of a provider");
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
                [profile keys]
                aws_access_key_id = AKIAKEYS
                aws_secret_access_key = secret
                region = eu-central-1
                [profile external]
                role_arn = arn:aws:iam::222222222222:role/Audit
                source_profile = keys
                external_id = shared-with-us
                role_session_name = nightly
                [profile chained]
                role_arn = arn:aws:iam::222222222222:role/Audit
                source_profile = external
                external_id = shared-with-us
                [profile denied]
                role_arn = arn:aws:iam::222222222222:role/Audit
                source_profile = keys
                [profile portal]
                sso_start_url = https://example.awsapps.com/start
                sso_region = eu-west-1
                sso_account_id = 333333333333
                sso_role_name = Portal
                [profile refreshed]
                sso_session = corp
                sso_account_id = 444444444444
                sso_role_name = Portal
                [sso-session corp]
                sso_region = eu-west-1
                sso_start_url = https://corp.awsapps.com/start
                [profile process]
                credential_process = %s
                [profile broken]
                credential_process = /bin/sh -c "echo a-secret-of-a-broken-process; exit 3"
                [profile web]
                role_arn = arn:aws:iam::666666666666:role/Web
                web_identity_token_file = %s
                [profile second]
                role_arn = arn:aws:iam::777777777777:role/Second
                source_profile = keys
                mfa_serial = arn:aws:iam::111111111111:mfa/ann
                [profile circle]
                role_arn = arn:aws:iam::222222222222:role/Audit
                source_profile = circle2
                [profile circle2]
                role_arn = arn:aws:iam::222222222222:role/Audit
                source_profile = circle
                """.formatted(program, home.resolve("web.token")));
        signOn(
                "https://example.awsapps.com/start",
                "access-token-of-3",
                Instant.now().plus(Duration.ofHours(1)));
        signOn("corp", "an old token", Instant.now().minus(Duration.ofHours(1)));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** The file in which {@code aws sso login} keeps what it was given. */
    private void signOn(String key, String token, Instant expires) throws IOException {
        Path cache = Files.createDirectories(home.resolve(".aws/sso/cache"));
        Files.writeString(cache.resolve(sha1(key) + ".json"), """
                {"accessToken": "%s", "expiresAt": "%s", "region": "eu-west-1", "startUrl": "%s",
                 "clientId": "client", "clientSecret": "a secret of a client",
                 "registrationExpiresAt": "%s", "refreshToken": "refresh-token-of-4"}
                """.formatted(
                        token, expires, key, Instant.now().plus(Duration.ofDays(30))));
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private OwnProcess process(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("AWS_ENDPOINT_URL", simulator.endpoint().toString());
        return new OwnProcess(home, all);
    }

    private Ran overProfiles(Map<String, String> environment, String... profiles)
            throws IOException, InterruptedException {
        var text = new StringBuilder();
        for (String profile : profiles) {
            text.append("connection \"%s\" {\n  plugin = \"aws\"\n  profile = \"%s\"\n}\n".formatted(profile, profile));
        }
        Files.createDirectories(home.resolve(".penstock/config"));
        Files.writeString(home.resolve(".penstock/config/aws.hcl"), text);
        return process(environment).penstock("query", ACCOUNTS, "--output", "csv", "--header=false");
    }

    @Test
    void everyKindOfProfileReachesItsAccount() throws IOException, InterruptedException {
        Ran ran = overProfiles(
                // Keys of the environment are somebody else's: a connection that names a profile is that profile.
                Map.of("AWS_ACCESS_KEY_ID", "AKIA8", "AWS_SECRET_ACCESS_KEY", "secret"),
                "keys",
                "external",
                "chained",
                "portal",
                "refreshed",
                "process",
                "web");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("""
                        chained,222222222222,arn:aws:sts::222222222222:assumed-role/Audit/penstock
                        external,222222222222,arn:aws:sts::222222222222:assumed-role/Audit/nightly
                        keys,111111111111,arn:aws:iam::111111111111:user/auditor
                        portal,333333333333,arn:aws:sts::333333333333:assumed-role/Portal/signed-on
                        process,555555555555,arn:aws:iam::555555555555:user/auditor
                        refreshed,444444444444,arn:aws:sts::444444444444:assumed-role/Portal/signed-on
                        web,666666666666,arn:aws:sts::666666666666:assumed-role/Web/penstock
                        """);
        assertThat(ran.code()).isZero();
    }

    @Test
    void whatGoesWrongIsOneLineForEachThatTellsWhatToDo() throws IOException, InterruptedException {
        signOn(
                "https://example.awsapps.com/start",
                "access-token-of-3",
                Instant.now().minus(Duration.ofHours(1)));
        Ran ran = overProfiles(Map.of(), "keys", "denied", "portal", "broken", "second", "circle", "nowhere");
        assertThat(ran.code()).isEqualTo(41);
        assertThat(ran.out()).isEqualTo("keys,111111111111,arn:aws:iam::111111111111:user/auditor\n");
        assertThat(ran.err())
                .contains(
                        "(connection denied): the role arn:aws:iam::222222222222:role/Audit can't be assumed:"
                                + " AccessDenied: User: arn:aws:iam::111111111111:user/auditor is not authorized",
                        "(connection portal): the sign-on of the profile \"portal\" has expired;"
                                + " run \"aws sso login --profile portal\"",
                        "the profile \"broken\" gave no credentials: its credential_process",
                        "(connection second): the role arn:aws:iam::777777777777:role/Second asks for a code of the"
                                + " second factor arn:aws:iam::111111111111:mfa/ann, and there is no terminal",
                        "the source_profile of \"circle2\" leads back to \"circle\"",
                        "the profile \"nowhere\" is not in the AWS configuration")
                .doesNotContain("a-secret-of-a-broken-process", "access-token-of-3");
    }

    @Test
    void theCodeOfASecondFactorIsAskedForOnATerminal() throws IOException, InterruptedException {
        Ran ran = process(Map.of("AWS_PROFILE", "second")).onTerminal("246810\n", WHO);
        assertThat(ran.err()).contains("One-time code of arn:aws:iam::111111111111:mfa/ann");
        assertThat(ran.out()).isEqualTo("777777777777\n");
    }

    @Test
    void theStandardPlacesAreTakenInTheirOrder() throws IOException, InterruptedException {
        assertThat(process(Map.of(
                                "AWS_WEB_IDENTITY_TOKEN_FILE",
                                home.resolve("web.token").toString(),
                                "AWS_ROLE_ARN",
                                "arn:aws:iam::666666666666:role/Web"))
                        .penstock(WHO))
                .isEqualTo(new Ran(0, "666666666666\n", ""));
        assertThat(process(Map.of(
                                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                                simulator.endpoint() + "/container-credentials",
                                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                                "a token of the container"))
                        .penstock(WHO))
                .isEqualTo(new Ran(0, "888888888888\n", ""));
        assertThat(simulator.log().count("imds:GetCredentials")).isZero();
        assertThat(process(Map.of(
                                "AWS_EC2_METADATA_DISABLED",
                                "false",
                                "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                                simulator.endpoint().toString()))
                        .penstock(WHO))
                .isEqualTo(new Ran(0, "888888888888\n", ""));
        assertThat(simulator.log().count("imds:GetToken")).isPositive();
    }
}
