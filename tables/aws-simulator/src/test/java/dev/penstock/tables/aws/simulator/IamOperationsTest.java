package dev.penstock.tables.aws.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.simulator.QueryClient.QueryAnswer;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IamOperationsTest {
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final String DOCUMENT = "{\"Statement\": [{\"Resource\": \"a*b~c+d/ü\"}]}";

    private final Estate estate = Estate.account("123456789012")
            .alias("sample")
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .caller("alice")
            .user(
                    "alice",
                    user -> user.path("/engineering/")
                            .created(Instant.parse("2025-01-01T00:00:00Z"))
                            .key(key -> key.id("AKIAALICEUSED0000000")
                                    .lastUsed(Instant.parse("2026-01-01T10:00:00Z"), "s3", "eu-west-1"))
                            .key(key -> key.id("AKIAALICEUNUSED00000").inactive())
                            .loginProfile(Instant.parse("2026-01-02T10:00:00Z"))
                            .mfa()
                            .group("admins")
                            .inlinePolicy("own", DOCUMENT)
                            .attachedPolicy("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess")
                            .tag("city", "Köln")
                            .boundary("arn:aws:iam::aws:policy/PowerUserAccess"))
            .user("bob")
            .build();
    private final AwsSimulator simulator = AwsSimulator.start(estate);
    private final QueryClient client = new QueryClient(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void listingNeverTellsTagsAndBoundary() {
        QueryAnswer answer = client.iam("ListUsers");
        assertThat(answer.xml())
                .startsWith("<ListUsersResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ListUsersResult>")
                .contains("<Users><member><Path>/engineering/</Path><UserName>alice</UserName>")
                .contains("<ResponseMetadata><RequestId>")
                .doesNotContain("Tags", "PermissionsBoundary");
        assertThat(answer.all("PasswordLastUsed")).containsExactly("2026-01-02T10:00:00Z");
    }

    @Test
    void getUserTellsTagsAndBoundaryWhereThereAreSome() {
        QueryAnswer alice = client.iam("GetUser", "UserName", "ALICE");
        assertThat(alice.one("Arn")).isEqualTo("arn:aws:iam::123456789012:user/engineering/alice");
        assertThat(alice.one("PermissionsBoundaryArn")).isEqualTo("arn:aws:iam::aws:policy/PowerUserAccess");
        assertThat(alice.one("Value")).isEqualTo("Köln");
        QueryAnswer bob = client.iam("GetUser", "UserName", "bob");
        assertThat(bob.xml()).doesNotContain("Tags", "PermissionsBoundary", "PasswordLastUsed");
    }

    @Test
    void answersForTheCallerWithoutAUserName() {
        assertThat(client.iam("GetUser").one("UserName")).isEqualTo("alice");
        assertThat(client.iam("ListAccessKeys").all("AccessKeyId"))
                .containsExactly("AKIAALICEUSED0000000", "AKIAALICEUNUSED00000");
        QueryAnswer identity = client.sts("GetCallerIdentity");
        assertThat(identity.xml())
                .startsWith("<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">");
        assertThat(identity.one("Arn")).isEqualTo("arn:aws:iam::123456789012:user/engineering/alice");
        assertThat(identity.one("Account")).isEqualTo("123456789012");
    }

    @Test
    void tellsWhenAKeyWasUsedLast() {
        QueryAnswer used = client.iam("GetAccessKeyLastUsed", "AccessKeyId", "AKIAALICEUSED0000000");
        assertThat(used.one("UserName")).isEqualTo("alice");
        assertThat(used.one("LastUsedDate")).isEqualTo("2026-01-01T10:00:00Z");
        QueryAnswer unused = client.iam("GetAccessKeyLastUsed", "AccessKeyId", "AKIAALICEUNUSED00000");
        assertThat(unused.has("LastUsedDate")).isFalse();
        assertThat(unused.one("ServiceName")).isEqualTo("N/A");
        assertThat(unused.one("Region")).isEqualTo("N/A");
        assertThat(client.iam("GetAccessKeyLastUsed", "AccessKeyId", "AKIANOBODY0000000000")
                        .error())
                .isEqualTo("404 NoSuchEntity: The Access Key with id AKIANOBODY0000000000 cannot be found.");
    }

    @Test
    void encodesPolicyDocumentsByRfc3986() {
        String encoded = client.iam("GetUserPolicy", "UserName", "alice", "PolicyName", "own")
                .one("PolicyDocument");
        assertThat(encoded).matches("[A-Za-z0-9._~%-]+").contains("%20", "%2A", "~", "%2B", "%C3%BC");
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(DOCUMENT);
    }

    @Test
    void listsWhatAUserHolds() {
        assertThat(client.iam("ListMFADevices", "UserName", "alice").one("SerialNumber"))
                .isEqualTo("arn:aws:iam::123456789012:mfa/alice");
        assertThat(client.iam("ListGroupsForUser", "UserName", "alice").one("Arn"))
                .isEqualTo("arn:aws:iam::123456789012:group/admins");
        assertThat(client.iam("ListAttachedUserPolicies", "UserName", "alice").one("PolicyName"))
                .isEqualTo("ViewOnlyAccess");
        assertThat(client.iam("ListAttachedUserPolicies", "UserName", "alice", "PathPrefix", "/other/")
                        .has("PolicyName"))
                .isFalse();
        assertThat(client.iam("ListUserPolicies", "UserName", "alice").one("member"))
                .isEqualTo("own");
        assertThat(client.iam("GetLoginProfile", "UserName", "alice").one("PasswordResetRequired"))
                .isEqualTo("false");
        assertThat(client.iam("ListUserTags", "UserName", "bob").xml()).contains("<Tags></Tags>");
    }

    @Test
    void tellsOfTheAccount() {
        assertThat(client.iam("ListAccountAliases").one("member")).isEqualTo("sample");
        String summary = client.iam("GetAccountSummary").xml();
        assertThat(summary)
                .contains("<entry><key>Users</key><value>2</value></entry>")
                .contains("<entry><key>AccountMFAEnabled</key><value>1</value></entry>")
                .contains("<entry><key>Groups</key><value>1</value></entry>");
    }

    @Test
    void writesAsIamDoes() {
        QueryAnswer created = client.iam(
                "CreateUser", "UserName", "carol", "Path", "/x/", "Tags.member.1.Key", "k", "Tags.member.1.Value", "v");
        assertThat(created.one("Arn")).isEqualTo("arn:aws:iam::123456789012:user/x/carol");
        assertThat(created.one("CreateDate")).isEqualTo("2026-02-03T04:05:06Z");
        QueryAnswer key = client.iam("CreateAccessKey", "UserName", "carol");
        String keyId = key.one("AccessKeyId");
        assertThat(keyId).matches("AKIA[A-Z2-7]{16}");
        assertThat(key.one("SecretAccessKey")).hasSize(40);
        QueryAnswer switched =
                client.iam("UpdateAccessKey", "UserName", "carol", "AccessKeyId", keyId, "Status", "Inactive");
        assertThat(switched.xml()).doesNotContain("Result").contains("<ResponseMetadata>");
        assertThat(client.iam("ListAccessKeys", "UserName", "carol").one("Status"))
                .isEqualTo("Inactive");
        assertThat(client.iam("UpdateUser", "UserName", "carol", "NewUserName", "carla", "NewPath", "/y/")
                        .status())
                .isEqualTo(200);
        assertThat(client.iam("GetUser", "UserName", "carla").one("UserId")).isEqualTo(created.one("UserId"));
        assertThat(client.iam("DeleteUser", "UserName", "carla").error())
                .isEqualTo("409 DeleteConflict: Cannot delete entity, must delete access keys first.");
        assertThat(client.iam("DeleteAccessKey", "UserName", "carla", "AccessKeyId", keyId)
                        .status())
                .isEqualTo(200);
        assertThat(client.iam("DeleteUser", "UserName", "carla").status()).isEqualTo(200);
        assertThat(client.iam("GetUser", "UserName", "carla").status()).isEqualTo(404);
    }

    @Test
    void refusesInTheServicesWords() {
        assertThat(client.iam("GetUser", "UserName", "nobody").error())
                .isEqualTo("404 NoSuchEntity: The user with name nobody cannot be found.");
        assertThat(client.iam("GetUser", "UserName", "no body").error())
                .isEqualTo("400 ValidationError: The specified value for userName is invalid. It must contain only"
                        + " alphanumeric characters and/or the following: +=,.@_-");
        assertThat(client.iam("CreateUser", "UserName", "Alice").error())
                .isEqualTo("409 EntityAlreadyExists: User with name Alice already exists.");
        assertThat(client.iam("CreateAccessKey", "UserName", "alice").error())
                .isEqualTo("409 LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2");
        assertThat(client.iam("ListUserPolicies").one("Message"))
                .isEqualTo("1 validation error detected: Value at 'userName' failed to satisfy constraint: Member"
                        + " must not be null");
        assertThat(client.iam("GetLoginProfile", "UserName", "bob").status()).isEqualTo(404);
        assertThat(client.iam("ListWidgets").error())
                .isEqualTo("400 InvalidAction: Could not find operation ListWidgets for version 2010-05-08");
        assertThat(client.call("sqs", "2012-11-05", "ListQueues").one("Code")).isEqualTo("InvalidAction");
        assertThat(simulator.log().count("sqs:ListQueues")).isOne();
    }

    @Test
    void errorsHaveTheServicesForm() {
        assertThat(client.iam("GetUser", "UserName", "nobody").xml())
                .matches("<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type>"
                        + "<Code>NoSuchEntity</Code><Message>[^<]*</Message></Error>"
                        + "<RequestId>[0-9a-f-]{36}</RequestId></ErrorResponse>");
    }

    @Test
    void escapesWhatXmlReserves() {
        assertThat(client.iam("CreateUser", "UserName", "u", "Tags.member.1.Key", "<k>&\"", "Tags.member.1.Value", "")
                        .one("Message"))
                .contains("Value '&lt;k&gt;&amp;&quot;' at 'tags.member.key'");
    }

    @Test
    void unsignedRequestsAreRefused() {
        QueryAnswer answer = QueryClient.send(HttpRequest.newBuilder(simulator.endpoint())
                .POST(HttpRequest.BodyPublishers.ofString("Action=ListUsers&Version=2010-05-08"))
                .build());
        assertThat(answer.error()).isEqualTo("403 MissingAuthenticationToken: Request is missing Authentication Token");
    }
}
