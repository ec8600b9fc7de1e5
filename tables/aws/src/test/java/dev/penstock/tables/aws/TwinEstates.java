package dev.penstock.tables.aws;

import dev.penstock.tables.aws.simulator.AccountFacts;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.PasswordPolicy;
import dev.penstock.tables.aws.simulator.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The same small estate twice: built for the simulator, and made by boto3 for a service that takes every write. */
final class TwinEstates {
    static final String ACCOUNT = "123456789012";
    private static final String LOCAL = "arn:aws:iam::" + ACCOUNT + ":policy/";
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final String READING = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""";
    private static final String WRITING = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:PutObject","Resource":"*"}]}""";

    /** Makes the estate at the endpoint that its first argument names. */
    static final String BOTO3 = """
            import boto3, sys
            def client(service):
                return boto3.client(service, endpoint_url=sys.argv[1], region_name="us-east-1",
                                    aws_access_key_id="AKIATEST", aws_secret_access_key="secret")
            iam = client("iam")
            reading = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'
            writing = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:PutObject","Resource":"*"}]}'
            trust = ('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},'
                     '"Action":"sts:AssumeRole"}]}')
            def tags(key, value):
                return [{"Key": key, "Value": value}]
            def policy(name, path="/", **more):
                return iam.create_policy(PolicyName=name, Path=path, PolicyDocument=reading, **more)["Policy"]["Arn"]
            boundary = policy("Boundary")
            deploy = policy("DeployRelease", "/platform/", Description="Releases", Tags=tags("owner", "platform"))
            iam.create_policy_version(PolicyArn=deploy, PolicyDocument=writing, SetAsDefault=True)
            iam.create_group(GroupName="developers", Path="/staff/")
            iam.attach_group_policy(GroupName="developers", PolicyArn=deploy)
            iam.put_group_policy(GroupName="developers", PolicyName="read-logs", PolicyDocument=reading)
            iam.create_user(UserName="alice", Path="/engineering/", PermissionsBoundary=boundary, Tags=tags("team", "core"))
            iam.create_login_profile(UserName="alice", Password="Aa1!aaaaaaaaaaaa")
            iam.create_user(UserName="auditor")
            iam.attach_user_policy(UserName="auditor", PolicyArn=deploy)
            iam.create_user(UserName="farida")
            iam.put_user_policy(UserName="farida", PolicyName="temporary-everything", PolicyDocument=writing)
            iam.create_user(UserName="jonas")
            iam.add_user_to_group(GroupName="developers", UserName="jonas")
            for key in range(2):
                made = iam.create_access_key(UserName="jonas")["AccessKey"]["AccessKeyId"]
            iam.update_access_key(UserName="jonas", AccessKeyId=made, Status="Inactive")
            def device(name, **more):
                return iam.create_virtual_mfa_device(VirtualMFADeviceName=name, **more)["VirtualMFADevice"]["SerialNumber"]
            iam.enable_mfa_device(UserName="jonas", SerialNumber=device("jonas"),
                                  AuthenticationCode1="123456", AuthenticationCode2="654321")
            device("spare", Tags=tags("drawer", "3"))
            iam.create_role(RoleName="web-server", Path="/service/", AssumeRolePolicyDocument=trust, Description="Web servers",
                            MaxSessionDuration=7200, PermissionsBoundary=boundary, Tags=tags("owner", "shop"))
            iam.attach_role_policy(RoleName="web-server", PolicyArn=deploy)
            iam.put_role_policy(RoleName="web-server", PolicyName="send-mail", PolicyDocument=reading)
            iam.create_instance_profile(InstanceProfileName="web-server", Path="/service/", Tags=tags("owner", "shop"))
            iam.add_role_to_instance_profile(InstanceProfileName="web-server", RoleName="web-server")
            iam.upload_server_certificate(ServerCertificateName="shop", Path="/cdn/", PrivateKey="-----BEGIN PRIVATE KEY-----",
                                          CertificateBody="-----BEGIN CERTIFICATE-----", Tags=tags("owner", "shop"))
            iam.create_saml_provider(Name="staff-directory", Tags=tags("owner", "staff"),
                SAMLMetadataDocument='<EntityDescriptor entityID="https://staff-directory.example/saml"/>'.ljust(1000))
            iam.create_open_id_connect_provider(Url="https://token.actions.githubusercontent.com", ClientIDList=["sts.amazonaws.com"],
                ThumbprintList=["990f4193972f2becf12ddeda5237f9c952f20d9e"], Tags=tags("owner", "release"))
            iam.update_account_password_policy(MinimumPasswordLength=14, RequireSymbols=True, MaxPasswordAge=90,
                                               PasswordReusePrevention=5, AllowUsersToChangePassword=True)
            iam.create_account_alias(AccountAlias="twin")
            client("account").put_alternate_contact(AlternateContactType="BILLING", Name="Bill", EmailAddress="bill@example.com",
                                                    PhoneNumber="+490000001", Title="Accountant")
            client("organizations").create_organization(FeatureSet="ALL")
            """;

    private TwinEstates() {}

    /** The estate as the simulator holds it. */
    static Estate built() {
        String deploy = LOCAL + "platform/DeployRelease";
        return Estate.account(ACCOUNT)
                .alias("twin")
                .root(false, false)
                .passwordPolicy(new PasswordPolicy(14, true, false, false, false, 90, 5, false))
                .facts(new AccountFacts(
                        new AccountFacts.Contact("Owner", null, "+490000000", null),
                        Map.of(
                                "BILLING",
                                new AccountFacts.Contact("Bill", "bill@example.com", "+490000001", "Accountant")),
                        new AccountFacts.Organization(
                                "o-twin000000",
                                ACCOUNT,
                                "master@example.com",
                                "r-twin",
                                List.of(),
                                List.of(new AccountFacts.Member(
                                        ACCOUNT,
                                        "master",
                                        "master@example.com",
                                        "r-twin",
                                        "ACTIVE",
                                        "CREATED",
                                        LATER,
                                        Map.of()))),
                        List.of(new AccountFacts.Analyzer("us-east-1", "twin", "ACCOUNT", "ACTIVE", LATER, List.of()))))
                .policy("Boundary", policy -> policy.version(READING))
                .policy(
                        "DeployRelease",
                        policy -> policy.path("/platform/")
                                .version(READING)
                                .version(WRITING)
                                .description("Releases")
                                .tag("owner", "platform"))
                .group(
                        "developers",
                        group -> group.path("/staff/").attachedPolicy(deploy).inlinePolicy("read-logs", READING))
                .user(
                        "alice",
                        user -> user.path("/engineering/")
                                .boundary(LOCAL + "Boundary")
                                .tag("team", "core")
                                .loginProfile())
                .user("auditor", user -> user.attachedPolicy(deploy))
                .user("farida", user -> user.inlinePolicy("temporary-everything", WRITING))
                .user(
                        "jonas",
                        user -> user.group("developers")
                                .key()
                                .key(key -> key.inactive())
                                .mfa())
                .unassignedMfaDevice("spare", new Tag("drawer", "3"))
                .role(
                        "web-server",
                        role -> role.path("/service/")
                                .description("Web servers")
                                .maxSession(7200)
                                .boundary(LOCAL + "Boundary")
                                .tag("owner", "shop")
                                .attachedPolicy(deploy)
                                .inlinePolicy("send-mail", READING))
                .instanceProfile("web-server", "/service/", "web-server", new Tag("owner", "shop"))
                .serverCertificate("shop", "/cdn/", LATER, new Tag("owner", "shop"))
                .samlProvider("staff-directory", LATER, new Tag("owner", "staff"))
                .openIdConnectProvider(
                        "token.actions.githubusercontent.com",
                        List.of("sts.amazonaws.com"),
                        new Tag("owner", "release"))
                .build();
    }
}
