package dev.penstock.cli.truth;

import static dev.penstock.cli.truth.TruthTable.ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.NOW;
import static dev.penstock.cli.truth.TruthTable.OTHER_ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.daysAgo;

import java.util.Map;
import java.util.stream.Stream;

/** What stands in regions or runs out: CIS 1.18 to 1.20. */
final class RegionTruth {
    private RegionTruth() {}

    static Stream<TruthTable> tables() {
        return Stream.of(certificates());
    }

    private static TruthTable certificates() {
        return TruthTable.of("iam/iam_server_certificate_not_expired.sql")
                .rows("an empty account", estate -> estate, Map.of())
                .rows("valid for a year", estate -> estate.serverCertificate("shop", "/", daysAgo(-365)), Map.of(certificate("shop"), "ok"))
                .rows("ends this second", estate -> estate.serverCertificate("shop", "/", NOW), Map.of(certificate("shop"), "ok"))
                .rows("ended a second ago", estate -> estate.serverCertificate("shop", "/", NOW.minusSeconds(1)), Map.of(certificate("shop"), "alarm"))
                .rows("ended years ago, beside a good one", estate -> estate.serverCertificate("old", "/", daysAgo(900))
                                .serverCertificate("new", "/", daysAgo(-9)),
                        Map.of(certificate("old"), "alarm", certificate("new"), "ok"))
                .rows("odd names and paths", estate -> estate.serverCertificate("a+b=c", "/cloudfront/x/", daysAgo(1)),
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
