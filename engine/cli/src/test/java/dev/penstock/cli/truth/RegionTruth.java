package dev.penstock.cli.truth;

import static dev.penstock.cli.truth.TruthTable.ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.NOW;
import static dev.penstock.cli.truth.TruthTable.OTHER_ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.daysAgo;

import dev.penstock.tables.aws.simulator.EstateBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What stands in regions or runs out: CIS 1.18 to 1.20. */
final class RegionTruth {
    private static final List<String> EVERYWHERE = List.of(
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2");
    private static final List<String> BY_CHOICE = List.of(
            "af-south-1",
            "ap-east-1",
            "ap-south-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ca-west-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "il-central-1",
            "me-central-1",
            "me-south-1");

    private RegionTruth() {}

    static Stream<TruthTable> tables() {
        return Stream.of(instances(), certificates(), analyzers());
    }

    private static TruthTable instances() {
        return TruthTable.of("ec2/ec2_instance_using_iam_instance_role.sql")
                .rows("an empty account", estate -> estate, Map.of())
                .rows(
                        "with and without a profile",
                        estate -> profile(estate)
                                .instance(
                                        "us-east-1",
                                        instance -> instance.id(id(1)).profile("web"))
                                .instance("us-east-1", instance -> instance.id(id(2))),
                        Map.of(instance(1), "ok", instance(2), "alarm"))
                .rows(
                        "stopped",
                        estate -> profile(estate)
                                .instance(
                                        "us-east-1",
                                        instance -> instance.id(id(1))
                                                .profile("web")
                                                .stopped(daysAgo(3)))
                                .instance(
                                        "us-east-1",
                                        instance -> instance.id(id(2)).stopped(daysAgo(3))),
                        Map.of(instance(1), "ok", instance(2), "alarm"))
                .rows(
                        "terminated",
                        estate -> estate.instance(
                                "us-east-1", instance -> instance.id(id(1)).terminated(NOW)),
                        Map.of(instance(1), "skip"))
                .rows(
                        "in a region that is not read",
                        estate -> estate.instance("eu-west-1", instance -> instance.id(id(1))),
                        Map.of())
                .rows(
                        "with tags",
                        estate -> estate.instance(
                                "us-east-1", instance -> instance.id(id(1)).tag("Name", "a \"b\" 'c'")),
                        Map.of(instance(1), "alarm"))
                .twoAccounts(
                        estate -> profile(estate)
                                .instance(
                                        "us-east-1",
                                        instance -> instance.id(id(1)).profile("web")),
                        estate -> estate.instance("us-east-1", instance -> instance.id(id(1))),
                        Map.of(instance(1), "ok", instance(1).replace(ACCOUNT, OTHER_ACCOUNT), "alarm"))
                .needs(
                        estate -> estate.instance("us-east-1", instance -> instance),
                        "ec2:DescribeInstances",
                        "sts:GetCallerIdentity");
    }

    private static EstateBuilder profile(EstateBuilder estate) {
        return estate.role("web", role -> role).instanceProfile("web", "/", "web");
    }

    private static String id(int number) {
        return "i-0000000000000000" + number;
    }

    private static String instance(int number) {
        return "arn:aws:ec2:us-east-1:" + ACCOUNT + ":instance/" + id(number);
    }

    private static TruthTable analyzers() {
        return TruthTable.of("iam/iam_access_analyzer_enabled.sql")
                .rows("none", estate -> estate, regions("alarm"))
                .rows("active", analyzer("ACCOUNT", "ACTIVE"), regions("ok"))
                .rows("active for the organization", analyzer("ORGANIZATION", "ACTIVE"), regions("ok"))
                .rows("disabled", analyzer("ACCOUNT", "DISABLED"), regions("alarm"))
                .rows("being created", analyzer("ACCOUNT", "CREATING"), regions("alarm"))
                .rows("of unused access", analyzer("ACCOUNT_UNUSED_ACCESS", "ACTIVE"), regions("alarm"))
                .rows(
                        "two in one region",
                        estate -> AccountTruth.analyzers(
                                estate,
                                AccountTruth.analyzer("us-east-1", "a", "ACCOUNT", "ACTIVE"),
                                AccountTruth.analyzer("us-east-1", "b", "ORGANIZATION", "ACTIVE")),
                        regions("ok"))
                .rows(
                        "in another region",
                        estate -> AccountTruth.analyzers(
                                estate, AccountTruth.analyzer("eu-west-1", "a", "ACCOUNT", "ACTIVE")),
                        regions("alarm"))
                .rows("a region of the account's choice", estate -> estate.chosenRegions("af-south-1"), chosen())
                .accountTwice(analyzer("ACCOUNT", "ACTIVE"), regions("ok"))
                .twoAccounts(analyzer("ACCOUNT", "ACTIVE"), estate -> estate, bothRegions())
                .needs(
                        analyzer("ACCOUNT", "ACTIVE"),
                        "ec2:DescribeRegions",
                        "access-analyzer:ListAnalyzers",
                        "sts:GetCallerIdentity");
    }

    private static UnaryOperator<EstateBuilder> analyzer(String type, String status) {
        return estate -> AccountTruth.analyzers(estate, AccountTruth.analyzer("us-east-1", "a", type, status));
    }

    /** The region of the connection, and the others of every account, of which nothing is known. */
    private static Map<String, String> regions(String verdict) {
        var verdicts = new TreeMap<String, String>();
        EVERYWHERE.forEach(region -> verdicts.put(region(region), "error"));
        BY_CHOICE.forEach(region -> verdicts.put(region(region), "skip"));
        verdicts.put(region("us-east-1"), verdict);
        return verdicts;
    }

    private static Map<String, String> chosen() {
        var verdicts = regions("alarm");
        verdicts.put(region("af-south-1"), "error");
        return verdicts;
    }

    private static Map<String, String> bothRegions() {
        var verdicts = regions("ok");
        regions("alarm").forEach((arn, verdict) -> verdicts.put(arn.replace(ACCOUNT, OTHER_ACCOUNT), verdict));
        return verdicts;
    }

    private static String region(String name) {
        return "arn:aws::" + name + ":" + ACCOUNT;
    }

    private static TruthTable certificates() {
        return TruthTable.of("iam/iam_server_certificate_not_expired.sql")
                .rows("an empty account", estate -> estate, Map.of())
                .rows(
                        "valid for a year",
                        estate -> estate.serverCertificate("shop", "/", daysAgo(-365)),
                        Map.of(certificate("shop"), "ok"))
                .rows(
                        "ends this second",
                        estate -> estate.serverCertificate("shop", "/", NOW),
                        Map.of(certificate("shop"), "ok"))
                .rows(
                        "ended a second ago",
                        estate -> estate.serverCertificate("shop", "/", NOW.minusSeconds(1)),
                        Map.of(certificate("shop"), "alarm"))
                .rows(
                        "ended years ago, beside a good one",
                        estate -> estate.serverCertificate("old", "/", daysAgo(900))
                                .serverCertificate("new", "/", daysAgo(-9)),
                        Map.of(certificate("old"), "alarm", certificate("new"), "ok"))
                .rows(
                        "odd names and paths",
                        estate -> estate.serverCertificate("a+b=c", "/cloudfront/x/", daysAgo(1)),
                        Map.of("arn:aws:iam::" + ACCOUNT + ":server-certificate/cloudfront/x/a+b=c", "alarm"))
                .twoAccounts(
                        estate -> estate.serverCertificate("shop", "/", daysAgo(1)),
                        estate -> estate.serverCertificate("shop", "/", daysAgo(-1)),
                        Map.of(certificate("shop"), "alarm", certificate("shop").replace(ACCOUNT, OTHER_ACCOUNT), "ok"))
                .needs(
                        estate -> estate.serverCertificate("shop", "/", NOW),
                        "iam:ListServerCertificates",
                        "sts:GetCallerIdentity");
    }

    private static String certificate(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":server-certificate/" + name;
    }
}
