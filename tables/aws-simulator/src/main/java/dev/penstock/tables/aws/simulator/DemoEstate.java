package dev.penstock.tables.aws.simulator;

import java.time.Duration;
import java.time.Instant;

/** The small company of the demo: people below their departments' paths, machines below {@code /service/}. */
final class DemoEstate {
    private static final String ACCOUNT = "123456789012";
    private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String SECURITY_AUDIT = "arn:aws:iam::aws:policy/SecurityAudit";
    private static final String CHANGE_PASSWORD = "arn:aws:iam::aws:policy/IAMUserChangePassword";
    private static final String DEPLOY = "arn:aws:iam::" + ACCOUNT + ":policy/platform/DeployRelease";
    private static final String DEVELOPER_BOUNDARY = "arn:aws:iam::" + ACCOUNT + ":policy/boundary/DeveloperBoundary";

    private static final String BACKUP_POLICY = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "WriteBackups",
                  "Effect": "Allow",
                  "Action": ["s3:PutObject", "s3:AbortMultipartUpload"],
                  "Resource": "arn:aws:s3:::nightly-backup-*/*"
                }
              ]
            }""";
    private static final String EVERYTHING_POLICY = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private static final String METRICS_POLICY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"cloudwatch:PutMetricData",\
            "Resource":"*","Condition":{"StringEquals":{"cloudwatch:namespace":"Shop/Orders"}}}]}""";

    private final Instant now;

    private DemoEstate(Instant now) {
        this.now = now;
    }

    static Estate of(Instant now) {
        return new DemoEstate(now).build();
    }

    private Estate build() {
        EstateBuilder estate = Estate.account(ACCOUNT)
                .alias("riverbend-tools")
                .caller("auditor")
                .root(false, false)
                .created(daysAgo(1_120));
        DemoResources.add(estate, now);
        administration(estate);
        engineering(estate);
        office(estate);
        machines(estate);
        DemoResources.addInstances(estate, now);
        return estate.build();
    }

    private void administration(EstateBuilder estate) {
        estate.newUser("auditor")
                .path("/security/")
                .created(daysAgo(400))
                .key(key(daysAgo(41)).lastUsed(daysAgo(0), "iam", "us-east-1"))
                .attachedPolicy(SECURITY_AUDIT)
                .tag("purpose", "compliance reports");
        estate.newUser("amara.osei")
                .path("/security/")
                .created(daysAgo(1_100))
                .loginProfile(daysAgo(1))
                .mfa("GAHT12345678")
                .group("administrators")
                .tag("department", "security");
        estate.newUser("jonas")
                .path("/engineering/")
                .created(daysAgo(1_090))
                .loginProfile(daysAgo(3))
                .mfa()
                .mfa()
                .group("administrators")
                .group("developers")
                .key(key(daysAgo(512)).lastUsed(daysAgo(2), "ec2", "eu-central-1"))
                .key(key(daysAgo(37)).lastUsed(daysAgo(1), "s3", "eu-central-1"))
                .tag("department", "platform")
                .tag("city", "Köln");
        estate.newUser("old-admin")
                .created(daysAgo(1_120))
                .loginProfile(daysAgo(430))
                .attachedPolicy(ADMINISTRATOR)
                .key(key(daysAgo(1_120)).lastUsed(daysAgo(611)));
    }

    private void engineering(EstateBuilder estate) {
        estate.newUser("alice")
                .path("/engineering/")
                .created(daysAgo(820))
                .loginProfile(daysAgo(2))
                .mfa()
                .group("developers")
                .boundary(DEVELOPER_BOUNDARY)
                .key(key(daysAgo(54)).lastUsed(daysAgo(1), "lambda", "eu-west-1"))
                .tag("department", "engineering");
        estate.newUser("bob")
                .path("/engineering/")
                .created(daysAgo(700))
                .loginProfile(daysAgo(5))
                .mfa()
                .group("developers")
                .key(key(daysAgo(20)).lastUsed(daysAgo(3)))
                .tag("department", "engineering");
        estate.newUser("bobby")
                .path("/engineering/")
                .created(daysAgo(350))
                .loginProfile(daysAgo(97))
                .group("developers")
                .key(key(daysAgo(201)).lastUsed(daysAgo(96), "dynamodb", "eu-central-1"));
        estate.newUser("chen.wei")
                .path("/engineering/mobile/")
                .created(daysAgo(610))
                .loginProfile(daysAgo(11))
                .mfa()
                .group("developers")
                .key(key(daysAgo(400)).inactive().lastUsed(daysAgo(180)))
                .key(key(daysAgo(64)).lastUsed(daysAgo(11)));
        estate.newUser("dmitri")
                .path("/engineering/mobile/")
                .created(daysAgo(240))
                .loginProfileToReset()
                .group("developers")
                .key(key(daysAgo(240)));
        estate.newUser("farida")
                .path("/engineering/")
                .created(daysAgo(300))
                .loginProfile(daysAgo(8))
                .mfa()
                .group("developers")
                .inlinePolicy("temporary-everything", EVERYTHING_POLICY)
                .key(key(daysAgo(130)))
                .key(key(daysAgo(130)).lastUsed(daysAgo(60), "sts", "us-east-1"))
                .tag("department", "engineering")
                .tag("ticket", "");
    }

    private void office(EstateBuilder estate) {
        estate.newUser("grace")
                .path("/finance/")
                .created(daysAgo(900))
                .loginProfile(daysAgo(1))
                .mfa()
                .group("finance")
                .tag("department", "finance");
        estate.newUser("henrik")
                .path("/finance/")
                .created(daysAgo(530))
                .loginProfile(daysAgo(140))
                .group("finance")
                .attachedPolicy(CHANGE_PASSWORD);
        estate.newUser("contractor-ines")
                .created(daysAgo(75))
                .loginProfile()
                .group("contractors")
                .attachedPolicy(READ_ONLY);
        estate.newUser("contractor-kofi")
                .created(daysAgo(460))
                .group("contractors")
                .key(key(daysAgo(460)).inactive().lastUsed(daysAgo(301)))
                .key(key(daysAgo(320)).inactive());
    }

    private void machines(EstateBuilder estate) {
        estate.newUser("ci-deploy")
                .path("/service/")
                .created(daysAgo(980))
                .group("machines")
                .serviceCredential("codecommit.amazonaws.com")
                .attachedPolicy(DEPLOY)
                .attachedPolicy("arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPowerUser")
                .key(key(daysAgo(760)).lastUsed(daysAgo(0), "ecr", "eu-central-1"))
                .key(key(daysAgo(88)).lastUsed(daysAgo(0), "ecs", "eu-central-1"))
                .tag("owner", "platform");
        estate.newUser("nightly-backup")
                .path("/service/")
                .created(daysAgo(980))
                .group("machines")
                .inlinePolicy("write-backups", BACKUP_POLICY)
                .key(key(daysAgo(980)).lastUsed(daysAgo(1), "s3", "eu-west-1"))
                .tag("owner", "platform");
        estate.newUser("svc-reports")
                .path("/service/")
                .created(daysAgo(420))
                .group("machines")
                .attachedPolicy(READ_ONLY)
                .key(key(daysAgo(33)).lastUsed(daysAgo(1), "athena", "eu-central-1"));
        estate.newUser("svc_reports")
                .path("/service/")
                .created(daysAgo(415))
                .group("machines")
                .key(key(daysAgo(415)));
        estate.newUser("metrics-push")
                .path("/service/")
                .created(daysAgo(260))
                .inlinePolicy("put-metrics", METRICS_POLICY)
                .inlinePolicy("write-backups", BACKUP_POLICY)
                .key(key -> key.inactive().created(daysAgo(260)).lastUsed(daysAgo(92), "monitoring", "eu-central-1"))
                .key(key(daysAgo(91)).lastUsed(daysAgo(0), "monitoring", "eu-central-1"));
        estate.newUser("legacy-import")
                .path("/service/")
                .created(daysAgo(1_050))
                .key(key(daysAgo(1_050)).inactive().lastUsed(daysAgo(700)));
    }

    private static KeyBuilder key(Instant created) {
        return new KeyBuilder(created);
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }
}
