package dev.penstock.cli.truth;

import static dev.penstock.cli.truth.AccountTruth.both;
import static dev.penstock.cli.truth.TruthTable.ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.OTHER_ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.ago;
import static dev.penstock.cli.truth.TruthTable.daysAgo;

import dev.penstock.tables.aws.simulator.EstateBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The root user: CIS 1.4 to 1.7. */
final class RootTruth {
    private static final String ROOT = "<root_account>";

    private RootTruth() {}

    static Stream<TruthTable> tables() {
        return Stream.of(noAccessKeys(), mfaEnabled(), hardwareMfa(), lastUsed());
    }

    private static TruthTable noAccessKeys() {
        return TruthTable.of("iam/iam_root_user_no_access_keys.sql")
                .account("an empty account", estate -> estate, "ok")
                .account("a key, with a second factor", estate -> estate.root(true, true), "alarm")
                .account("a key, without a second factor", estate -> estate.root(false, true), "alarm")
                .account("neither", estate -> estate.root(false, false), "ok")
                .account(
                        "keys of users only",
                        estate -> estate.user("root", user -> user.key().key()),
                        "ok")
                .twoAccounts(estate -> estate, estate -> estate.root(true, true), both("ok", "alarm"))
                .needs(estate -> estate, "iam:GetAccountSummary", "sts:GetCallerIdentity");
    }

    private static TruthTable mfaEnabled() {
        return TruthTable.of("iam/iam_root_user_mfa_enabled.sql")
                .account("hardware", estate -> estate.root(true, false), "ok")
                .account("virtual", EstateBuilder::rootVirtualMfa, "ok")
                .account("none", estate -> estate.root(false, false), "alarm")
                .account("none, and a key", estate -> estate.root(false, true), "alarm")
                .account(
                        "devices of users only",
                        estate -> estate.root(false, false).user("root", user -> user.mfa()),
                        "alarm")
                .twoAccounts(estate -> estate, estate -> estate.root(false, false), both("ok", "alarm"))
                .needs(estate -> estate, "iam:GetAccountSummary", "sts:GetCallerIdentity");
    }

    private static TruthTable hardwareMfa() {
        return TruthTable.of("iam/iam_root_user_hardware_mfa_enabled.sql")
                .account("hardware", estate -> estate.root(true, false), "ok")
                .account("virtual", EstateBuilder::rootVirtualMfa, "alarm")
                .account("none", estate -> estate.root(false, false), "alarm")
                .account("hardware, and users with virtual devices", RootTruth::usersWithDevices, "ok")
                .account("none, and users with virtual devices", RootTruth::bareRootAmongDevices, "alarm")
                .account("an unassigned device of root's name", RootTruth::unassignedDevice, "ok")
                .accountTwice(EstateBuilder::rootVirtualMfa, Map.of("arn:aws:::" + ACCOUNT, "alarm"))
                .twoAccounts(estate -> estate, EstateBuilder::rootVirtualMfa, both("ok", "alarm"))
                .needs(
                        EstateBuilder::rootVirtualMfa,
                        "iam:GetAccountSummary",
                        "iam:ListVirtualMFADevices",
                        "sts:GetCallerIdentity");
    }

    private static EstateBuilder usersWithDevices(EstateBuilder estate) {
        return estate.root(true, false).user("root", user -> user.mfa()).user("ann", user -> user.mfa());
    }

    private static EstateBuilder bareRootAmongDevices(EstateBuilder estate) {
        return usersWithDevices(estate).root(false, false);
    }

    private static EstateBuilder unassignedDevice(EstateBuilder estate) {
        return estate.root(true, false).unassignedMfaDevice("root-account-mfa-device");
    }

    private static TruthTable lastUsed() {
        return root("never used", estate -> estate, "ok")
                .rows("password used now", used(daysAgo(0)), root("alarm"))
                .rows("password used yesterday", used(daysAgo(1)), root("alarm"))
                .rows("password used 90 days ago to the second", used(daysAgo(90)), root("alarm"))
                .rows(
                        "password used a second earlier",
                        used(ago(Duration.ofDays(90).plusSeconds(1))),
                        root("ok"))
                .rows("first key used lately", key(1, daysAgo(3)), root("alarm"))
                .rows("second key used lately", key(2, daysAgo(3)), root("alarm"))
                .rows(
                        "both keys used long ago",
                        estate -> key(2, daysAgo(91)).apply(key(1, daysAgo(300)).apply(estate)),
                        root("ok"))
                .rows(
                        "password used long ago, key lately",
                        estate -> key(2, daysAgo(9)).apply(estate.rootLastUsed(daysAgo(700))),
                        root("alarm"))
                .rows(
                        "password used lately, key long ago",
                        estate -> key(1, daysAgo(700)).apply(estate.rootLastUsed(daysAgo(9))),
                        root("alarm"))
                .rows(
                        "users used lately, root never",
                        estate -> estate.user("root", user -> user.loginProfile(daysAgo(1))),
                        root("ok"))
                .rowsAt(
                        "across a leap day",
                        Instant.parse("2024-03-15T00:00:00Z"),
                        estate -> estate.rootLastUsed(Instant.parse("2023-12-16T00:00:00Z")),
                        root("alarm"))
                .twoAccounts(
                        estate -> estate,
                        used(daysAgo(2)),
                        Map.of(
                                "arn:aws:iam::" + ACCOUNT + ":root",
                                "ok",
                                "arn:aws:iam::" + OTHER_ACCOUNT + ":root",
                                "alarm"))
                .needs(
                        estate -> estate,
                        "iam:GenerateCredentialReport",
                        "iam:GetCredentialReport",
                        "sts:GetCallerIdentity");
    }

    private static TruthTable root(String name, UnaryOperator<EstateBuilder> holding, String verdict) {
        return TruthTable.of("iam/iam_root_last_used.sql").rows(name, holding, root(verdict));
    }

    private static Map<String, String> root(String verdict) {
        return Map.of("arn:aws:iam::" + ACCOUNT + ":root", verdict);
    }

    private static UnaryOperator<EstateBuilder> used(Instant when) {
        return estate -> estate.rootLastUsed(when);
    }

    private static UnaryOperator<EstateBuilder> key(int number, Instant lastUsed) {
        return estate -> estate.reported(ROOT, "access_key_" + number + "_active", "true")
                .reported(ROOT, "access_key_" + number + "_last_used_date", CredentialTruth.reportTime(lastUsed));
    }
}
