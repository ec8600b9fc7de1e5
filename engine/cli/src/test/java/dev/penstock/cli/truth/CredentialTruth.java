package dev.penstock.cli.truth;

import static dev.penstock.cli.truth.TruthTable.ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.NOW;
import static dev.penstock.cli.truth.TruthTable.OTHER_ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.ago;
import static dev.penstock.cli.truth.TruthTable.daysAgo;
import static dev.penstock.cli.truth.TruthTable.user;

import dev.penstock.tables.aws.simulator.EstateBuilder;
import dev.penstock.tables.aws.simulator.KeyBuilder;
import dev.penstock.tables.aws.simulator.UserBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Passwords, second factors and access keys of users: CIS 1.10 to 1.14. */
final class CredentialTruth {
    private static final String[] REPORT = {
        "iam:GenerateCredentialReport", "iam:GetCredentialReport", "sts:GetCallerIdentity"
    };
    private static final String ODD_NAME = "a+b=c,d.e@f_g-h";

    private CredentialTruth() {}

    static Stream<TruthTable> tables() {
        return Stream.of(consoleMfa(), keysAtSetup(), unused(), oneActiveKey(), keyAge());
    }

    private static TruthTable consoleMfa() {
        return TruthTable.of("iam/iam_user_console_access_mfa_enabled.sql")
                .rows("an empty account", estate -> estate, Map.of())
                .rows(
                        "with and without",
                        estate -> estate.user(
                                        "both", user -> user.loginProfile().mfa())
                                .user("password", UserBuilder::loginProfile)
                                .user("device", user -> user.mfa())
                                .user("neither")
                                .user("serial", user -> user.loginProfile().mfa("GAHT12345678")),
                        Map.of(
                                user("/both"), "ok",
                                user("/password"), "alarm",
                                user("/device"), "ok",
                                user("/neither"), "ok",
                                user("/serial"), "ok"))
                .rows("a root user without a second factor", estate -> estate.root(false, true), Map.of())
                .rows(
                        "odd names and paths",
                        estate ->
                                estate.user("x.y@z", user -> user.path("/a/b/").loginProfile()),
                        Map.of(user("/a/b/x.y@z"), "alarm"))
                .twoAccounts(
                        estate -> estate.user("same", UserBuilder::loginProfile),
                        estate ->
                                estate.user("same", user -> user.loginProfile().mfa()),
                        same("alarm", "ok"))
                .needs(estate -> estate.user("ann"), REPORT);
    }

    private static TruthTable keysAtSetup() {
        return TruthTable.of("iam/iam_user_access_keys_and_password_at_setup.sql")
                .rows("an empty account", estate -> estate, Map.of())
                .rows(
                        "keys made with the user and later",
                        estate -> estate.user("no_key", UserBuilder::loginProfile)
                                .user("with_user", user -> user.loginProfile().key())
                                .user(
                                        "nine_seconds",
                                        user -> user.loginProfile().key(after(9)))
                                .user("ten_seconds", user -> user.loginProfile().key(after(10)))
                                .user("later", user -> user.loginProfile().key(after(86_400)))
                                .user("no_password", UserBuilder::key),
                        Map.of(
                                user("/no_key"), "ok",
                                user("/with_user"), "alarm",
                                user("/nine_seconds"), "alarm",
                                user("/ten_seconds"), "ok",
                                user("/later"), "ok",
                                user("/no_password"), "ok"))
                .rows(
                        "first or second key",
                        estate -> estate.user(
                                        "first",
                                        user -> user.loginProfile().key().key(after(9000)))
                                .user(
                                        "second",
                                        user -> user.loginProfile()
                                                .key(after(9000))
                                                .key())
                                .user("inactive", user -> user.loginProfile().key(KeyBuilder::inactive)),
                        Map.of(user("/first"), "alarm", user("/second"), "alarm", user("/inactive"), "alarm"))
                .rows("root with a key", estate -> estate.root(true, true), Map.of())
                .twoAccounts(
                        estate ->
                                estate.user("same", user -> user.loginProfile().key()),
                        estate -> estate.user("same", UserBuilder::loginProfile),
                        same("alarm", "ok"))
                .needs(estate -> estate.user("ann"), REPORT);
    }

    private static UnaryOperator<KeyBuilder> after(int seconds) {
        return key -> key.created(daysAgo(1000).plusSeconds(seconds));
    }

    private static TruthTable unused() {
        Instant limit = daysAgo(45);
        Instant within = limit.plusSeconds(1);
        return TruthTable.of("iam/iam_user_unused_credentials_45.sql")
                .rows("an empty account", estate -> estate, Map.of())
                .rows(
                        "passwords",
                        estate -> estate.user("at_limit", user -> user.loginProfile(limit))
                                .user("within", user -> user.loginProfile(within))
                                .user("never_old", user -> user.created(limit).loginProfile())
                                .user("never_new", user -> user.created(within).loginProfile())
                                .user("none"),
                        Map.of(
                                user("/at_limit"), "alarm",
                                user("/within"), "ok",
                                user("/never_old"), "alarm",
                                user("/never_new"), "ok",
                                user("/none"), "ok"))
                .rows(
                        "keys",
                        estate -> estate.user(
                                        "first_old",
                                        user -> user.key(usedAt(limit)).key(usedAt(within)))
                                .user(
                                        "second_old",
                                        user -> user.key(usedAt(within)).key(usedAt(limit)))
                                .user(
                                        "both_new",
                                        user -> user.key(usedAt(within)).key(usedAt(NOW)))
                                .user("never_old", user -> user.key(madeAt(limit)))
                                .user("never_new", user -> user.key(madeAt(within)))
                                .user(
                                        "second_never_old",
                                        user -> user.key(usedAt(within)).key(madeAt(limit)))
                                .user(
                                        "second_never_new",
                                        user -> user.key(usedAt(within)).key(madeAt(within)))
                                .user(
                                        "inactive",
                                        user -> user.key(key ->
                                                        usedAt(limit).apply(key).inactive())
                                                .key(key ->
                                                        madeAt(limit).apply(key).inactive())),
                        Map.of(
                                user("/first_old"), "alarm",
                                user("/second_old"), "alarm",
                                user("/both_new"), "ok",
                                user("/never_old"), "alarm",
                                user("/never_new"), "ok",
                                user("/second_never_old"), "alarm",
                                user("/second_never_new"), "ok",
                                user("/inactive"), "ok"))
                .rows(
                        "a good key does not hide an old password",
                        estate -> estate.user(
                                "mixed", user -> user.loginProfile(limit).key(usedAt(NOW))),
                        Map.of(user("/mixed"), "alarm"))
                .rows("root is looked at elsewhere", estate -> estate.root(true, true), Map.of())
                .rows(
                        "odd names and paths",
                        estate ->
                                estate.user("x.y@z", user -> user.path("/a/b/").loginProfile(limit)),
                        Map.of(user("/a/b/x.y@z"), "alarm"))
                .rows("a report that does not say", CredentialTruth::silentReport, silentVerdicts())
                .rowsAt(
                        "across a leap day",
                        Instant.parse("2024-03-15T00:00:00Z"),
                        estate -> estate.user(
                                        "day_45", user -> user.loginProfile(Instant.parse("2024-01-30T00:00:00Z")))
                                .user("day_44", user -> user.loginProfile(Instant.parse("2024-01-31T00:00:00Z"))),
                        Map.of(user("/day_45"), "alarm", user("/day_44"), "ok"))
                .twoAccounts(
                        estate -> estate.user("same", user -> user.loginProfile(limit)),
                        estate -> estate.user("same", user -> user.loginProfile(within)),
                        same("alarm", "ok"))
                .needs(estate -> estate.user("ann"), REPORT);
    }

    private static EstateBuilder silentReport(EstateBuilder estate) {
        for (String name : silentVerdicts().keySet()) {
            estate.user(
                    name.substring(name.lastIndexOf('/') + 1),
                    user -> user.loginProfile(NOW).key(usedAt(NOW)).key(usedAt(NOW)));
        }
        return estate.reported("password_use", "password_last_used", "no_information")
                .reported("password_use", "password_last_changed", "N/A")
                .reported("key_1_use", "access_key_1_last_used_date", "N/A")
                .reported("key_1_use", "access_key_1_last_rotated", "N/A")
                .reported("key_2_use", "access_key_2_last_used_date", "N/A")
                .reported("key_2_use", "access_key_2_last_rotated", "N/A")
                .reported("not_needed", "password_last_changed", "N/A");
    }

    private static Map<String, String> silentVerdicts() {
        return Map.of(
                user("/password_use"), "error",
                user("/key_1_use"), "error",
                user("/key_2_use"), "error",
                user("/not_needed"), "ok");
    }

    private static TruthTable oneActiveKey() {
        return TruthTable.of("iam/iam_user_one_active_key.sql")
                .rows("an empty account", estate -> estate, Map.of())
                .rows(
                        "none, one and two",
                        estate -> estate.user("none")
                                .user("one", UserBuilder::key)
                                .user("two", user -> user.key().key())
                                .user("one_of_two", user -> user.key().key(KeyBuilder::inactive))
                                .user(
                                        "inactive",
                                        user -> user.key(KeyBuilder::inactive).key(KeyBuilder::inactive)),
                        Map.of(
                                user("/none"), "ok",
                                user("/one"), "ok",
                                user("/two"), "alarm",
                                user("/one_of_two"), "ok",
                                user("/inactive"), "ok"))
                .rows(
                        "names that begin alike",
                        estate -> estate.user("bob", UserBuilder::key).user("bobby", UserBuilder::key),
                        Map.of(user("/bob"), "ok", user("/bobby"), "ok"))
                .rows("root with a key", estate -> estate.root(true, true), Map.of())
                .rows(
                        "odd names and paths",
                        estate -> estate.user(
                                ODD_NAME, user -> user.path("/a/").key().key()),
                        Map.of(user("/a/" + ODD_NAME), "alarm"))
                .accountTwice(estate -> estate.user("same", user -> user.key().key()), Map.of(user("/same"), "alarm"))
                .twoAccounts(
                        estate -> estate.user("same", user -> user.key().key()),
                        estate -> estate.user("same", UserBuilder::key),
                        same("alarm", "ok"))
                .needs(estate -> estate.user("ann"), "iam:ListUsers", "iam:ListAccessKeys", "sts:GetCallerIdentity");
    }

    private static TruthTable keyAge() {
        Instant limit = daysAgo(90);
        return TruthTable.of("iam/iam_user_access_key_age_90.sql")
                .rows("an empty account", estate -> estate, Map.of())
                .rows("a user without keys", estate -> estate.user("ann"), Map.of())
                .rows(
                        "90 days and a second more",
                        estate -> estate.user(
                                "ann", user -> user.key(key("1", limit)).key(key("2", limit.minusSeconds(1)))),
                        Map.of(keyArn("ann", "1"), "ok", keyArn("ann", "2"), "alarm"))
                .rows(
                        "inactive",
                        estate -> estate.user(
                                "ann",
                                user -> user.key(key -> key("1", NOW).apply(key).inactive())
                                        .key(key -> key("2", daysAgo(999))
                                                .apply(key)
                                                .inactive())),
                        Map.of(keyArn("ann", "1"), "skip", keyArn("ann", "2"), "skip"))
                .rows(
                        "an odd name",
                        estate -> estate.user(ODD_NAME, user -> user.path("/a/").key(key("1", daysAgo(400)))),
                        Map.of(keyArn(ODD_NAME, "1"), "alarm"))
                .rowsAt(
                        "across a leap day",
                        Instant.parse("2024-03-15T00:00:00Z"),
                        estate -> estate.user(
                                "ann",
                                user -> user.key(key("1", Instant.parse("2023-12-16T00:00:00Z")))
                                        .key(key("2", Instant.parse("2023-12-15T23:59:59Z")))),
                        Map.of(keyArn("ann", "1"), "ok", keyArn("ann", "2"), "alarm"))
                .twoAccounts(
                        estate -> estate.user("same", user -> user.key(key("1", NOW))),
                        estate -> estate.user("same", user -> user.key(key("2", ago(Duration.ofDays(91))))),
                        Map.of(
                                keyArn("same", "1"), "ok",
                                keyArn("same", "2").replace(ACCOUNT, OTHER_ACCOUNT), "alarm"))
                .needs(
                        estate -> estate.user("ann", UserBuilder::key),
                        "iam:ListUsers",
                        "iam:ListAccessKeys",
                        "sts:GetCallerIdentity");
    }

    private static UnaryOperator<KeyBuilder> key(String number, Instant created) {
        return key -> key.id("AKIAEXAMPLEEXAMPLE0" + number).created(created);
    }

    private static String keyArn(String name, String number) {
        return user("/" + name) + "/accesskey/AKIAEXAMPLEEXAMPLE0" + number;
    }

    private static UnaryOperator<KeyBuilder> usedAt(Instant when) {
        return key -> key.created(daysAgo(900)).lastUsed(when);
    }

    private static UnaryOperator<KeyBuilder> madeAt(Instant when) {
        return key -> key.created(when);
    }

    private static Map<String, String> same(String first, String second) {
        return Map.of(user("/same"), first, user("/same").replace(ACCOUNT, OTHER_ACCOUNT), second);
    }

    /** A time as the credential report writes it. */
    static String reportTime(Instant time) {
        return time.toString().replace("Z", "+00:00");
    }
}
