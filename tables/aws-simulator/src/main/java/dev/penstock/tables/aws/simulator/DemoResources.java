package dev.penstock.tables.aws.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the small company of the demo holds beside its people and machines: policies, roles, certificates, providers. */
final class DemoResources {
    private static final String ACCOUNT = "123456789012";
    private static final String LOCAL = "arn:aws:iam::" + ACCOUNT + ":policy";
    private static final String AWS = "arn:aws:iam::aws:policy";

    private static final String DEPLOY_POLICY = """
            {"Version":"2012-10-17","Statement":[{"Sid":"Release","Effect":"Allow",\
            "Action":["ecs:UpdateService","ecs:DescribeServices","iam:PassRole"],"Resource":"*"}]}""";
    private static final String BOUNDARY_POLICY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:*","lambda:*","logs:*"],"Resource":"*"},\
            {"Effect":"Deny","Action":"iam:*","Resource":"*"}]}""";
    private static final String EVERYTHING_POLICY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private static final String INVOICE_POLICY = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["S3:GetObject","s3:getobject","s3:ListBucket"],\
            "Resource":["arn:aws:s3:::invoices","arn:aws:s3:::invoices/*"],\
            "Condition":{"Bool":{"AWS:SecureTransport":true}}}}""";
    private static final String PUBLIC_TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}""";
    private static final String FEDERATED_TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":\
            "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},\
            "Action":"sts:AssumeRoleWithWebIdentity"}]}""";

    /** A script that starts a service, as the API carries it. */
    private static final String START_SHOP = "IyEvYmluL3NoCnN5c3RlbWN0bCBzdGFydCBzaG9wCg==";

    private final Instant now;

    private DemoResources(Instant now) {
        this.now = now;
    }

    static void add(EstateBuilder estate, Instant now) {
        var resources = new DemoResources(now);
        resources.policies(estate);
        resources.groups(estate);
        resources.roles(estate);
        resources.others(estate);
    }

    /** Comes last, so that identifiers of what was there before stay as they were. */
    static void addInstances(EstateBuilder estate, Instant now) {
        new DemoResources(now).instances(estate);
    }

    private void policies(EstateBuilder estate) {
        estate.newPolicy("DeployRelease")
                .path("/platform/")
                .created(daysAgo(900))
                .version("{\"Version\":\"2012-10-17\",\"Statement\":[]}")
                .created(daysAgo(120))
                .version(DEPLOY_POLICY)
                .description("Lets pipelines release services")
                .tag("owner", "platform");
        estate.newPolicy("DeveloperBoundary")
                .path("/boundary/")
                .created(daysAgo(700))
                .version(BOUNDARY_POLICY);
        estate.newPolicy("EmergencyAccess").created(daysAgo(1_000)).version(EVERYTHING_POLICY);
        estate.newPolicy("ReadInvoices").path("/finance/").created(daysAgo(600)).version(INVOICE_POLICY);
        estate.newPolicy("OldExperiment").created(daysAgo(1_050)).version(EVERYTHING_POLICY);
    }

    private void groups(EstateBuilder estate) {
        estate.newGroup("administrators").path("/staff/").attachedPolicy(AWS + "/AdministratorAccess");
        estate.newGroup("developers")
                .path("/staff/")
                .attachedPolicy(AWS + "/PowerUserAccess")
                .inlinePolicy("read-logs", """
                        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"logs:Get*","Resource":"*"}}""");
        estate.newGroup("finance").path("/staff/").attachedPolicy(LOCAL + "/finance/ReadInvoices");
        estate.newGroup("machines").path("/service/");
        estate.newGroup("contractors");
        estate.newGroup("former-team").path("/staff/");
    }

    private void roles(EstateBuilder estate) {
        estate.newRole("web-server")
                .path("/service/")
                .created(daysAgo(640))
                .description("Web servers of the shop")
                .lastUsed(daysAgo(0), "eu-central-1")
                .attachedPolicy(AWS + "/AmazonS3ReadOnlyAccess")
                .inlinePolicy("send-mail", """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ses:SendEmail","Resource":"*"}]}""")
                .tag("owner", "shop");
        estate.newRole("emergency")
                .created(daysAgo(1_000))
                .trustedPrincipal("arn:aws:iam::" + ACCOUNT + ":root")
                .description("Break glass in case of an outage")
                .maxSession(14_400)
                .attachedPolicy(LOCAL + "/EmergencyAccess")
                .lastUsed(daysAgo(211), "us-east-1");
        estate.newRole("order-events")
                .path("/service/")
                .created(daysAgo(410))
                .trustedService("lambda.amazonaws.com")
                .attachedPolicy(AWS + "/service-role/AWSLambdaBasicExecutionRole")
                .boundary(LOCAL + "/boundary/DeveloperBoundary")
                .lastUsed(daysAgo(1), "eu-central-1");
        estate.newRole("github-release")
                .path("/service/")
                .created(daysAgo(130))
                .trustPolicy(FEDERATED_TRUST)
                .attachedPolicy(LOCAL + "/platform/DeployRelease")
                .lastUsed(daysAgo(2), "eu-central-1")
                .tag("owner", "platform");
        estate.newRole("partner-sync")
                .created(daysAgo(800))
                .trustedPrincipal("arn:aws:iam::999988887777:root")
                .attachedPolicy(AWS + "/ReadOnlyAccess");
        estate.newRole("open-door").created(daysAgo(55)).trustPolicy(PUBLIC_TRUST);
    }

    private void others(EstateBuilder estate) {
        estate.instanceProfile("web-server", "/service/", "web-server", new Tag("owner", "shop"))
                .instanceProfile("unused", "/", null)
                .serverCertificate("shop", "/cloudfront/", now.plus(Duration.ofDays(77)), new Tag("owner", "shop"))
                .serverCertificate("old-shop", "/", daysAgo(140))
                .samlProvider("staff-directory", now.plus(Duration.ofDays(200)))
                .openIdConnectProvider(
                        "token.actions.githubusercontent.com",
                        List.of("sts.amazonaws.com"),
                        new Tag("owner", "platform"))
                .unassignedMfaDevice("spare")
                .passwordPolicy(new PasswordPolicy(8, false, true, false, true, null, null, null))
                .rootLastUsed(daysAgo(19))
                .facts(facts());
    }

    private void instances(EstateBuilder estate) {
        estate.chosenRegions("eu-south-1").created(daysAgo(90));
        estate.newInstance("us-east-1")
                .type("m7g.large")
                .profile("web-server")
                .publicAddress("198.51.100.24")
                .userData(START_SHOP)
                .protectedFromTermination()
                .tag("Name", "shop-1")
                .tag("owner", "shop");
        estate.newInstance("us-east-1").spot().tag("owner", "platform");
        estate.newInstance("us-east-1").stopped(daysAgo(31));
        estate.newInstance("eu-central-1").profile("web-server");
    }

    private AccountFacts facts() {
        var finding = new AccountFacts.Finding(
                "0f4b1c9e-7a35-4c1d-9f0e-2d6a5b8c7e11",
                "arn:aws:iam::" + ACCOUNT + ":role/open-door",
                "AWS::IAM::Role",
                "ACTIVE",
                true,
                List.of("sts:AssumeRole"),
                Map.of("AWS", "*"),
                daysAgo(54));
        return new AccountFacts(
                new AccountFacts.Contact("Amara Osei", null, "+4922112345", "Riverbend Tools"),
                Map.of(
                        "OPERATIONS",
                        new AccountFacts.Contact(
                                "Platform on call", "oncall@riverbend.example", "+4922154321", "On call")),
                organization(),
                List.of(new AccountFacts.Analyzer(
                        "us-east-1", "external-access", "ACCOUNT", "ACTIVE", daysAgo(300), List.of(finding))));
    }

    private AccountFacts.Organization organization() {
        String manager = "210987654321";
        String root = "r-rb01";
        String products = "ou-rb01-products1";
        String trials = "ou-rb01-trials001";
        return new AccountFacts.Organization(
                "o-r1verbend0",
                manager,
                "accounts@riverbend.example",
                root,
                List.of(
                        new AccountFacts.Unit(products, "Products", root),
                        new AccountFacts.Unit(trials, "Trials", products)),
                List.of(
                        member(manager, "Riverbend", "accounts", root, "ACTIVE", "INVITED", Map.of()),
                        member(
                                ACCOUNT,
                                "Riverbend Tools",
                                "tools",
                                products,
                                "ACTIVE",
                                "CREATED",
                                Map.of("team", "core")),
                        member("345678901234", "Trial 2024", "trial", trials, "SUSPENDED", "CREATED", Map.of())));
    }

    private AccountFacts.Member member(
            String id,
            String name,
            String mailbox,
            String parentId,
            String state,
            String method,
            Map<String, String> tags) {
        return new AccountFacts.Member(
                id, name, mailbox + "@riverbend.example", parentId, state, method, daysAgo(700), tags);
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }
}
