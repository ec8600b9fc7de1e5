package dev.penstock.cli.truth;

import static dev.penstock.cli.truth.AccountTruth.both;
import static dev.penstock.cli.truth.TruthTable.ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.OTHER_ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.user;

import dev.penstock.tables.aws.simulator.EstateBuilder;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Who may do what: CIS 1.15 to 1.17 and 1.22. */
final class PolicyTruth {
    private static final String OF_AWS = "arn:aws:iam::aws:policy/";
    private static final String DETAILS = "sts:GetCallerIdentity";

    private PolicyTruth() {}

    static Stream<TruthTable> tables() {
        return Stream.of(groupsOnly(), noStarStar(), supportRole(), cloudShell());
    }

    private static TruthTable groupsOnly() {
        return TruthTable.of("iam/iam_user_no_inline_attached_policies.sql")
                .rows("an empty account", estate -> estate, Map.of())
                .rows(
                        "policies of the user's own",
                        estate -> estate.user("none")
                                .user("inline", user -> user.inlinePolicy("p", allow("s3:*", "*")))
                                .user("attached", user -> user.attachedPolicy(OF_AWS + "ReadOnlyAccess"))
                                .user(
                                        "both",
                                        user -> user.inlinePolicy("p", allow("s3:*", "*"))
                                                .attachedPolicy(OF_AWS + "ReadOnlyAccess")),
                        Map.of(
                                user("/none"), "ok",
                                user("/inline"), "alarm",
                                user("/attached"), "alarm",
                                user("/both"), "alarm"))
                .rows(
                        "policies of groups",
                        estate -> estate.group(
                                        "admins",
                                        group -> group.attachedPolicy(OF_AWS + "AdministratorAccess")
                                                .inlinePolicy("p", allow("*", "*")))
                                .user("ann", user -> user.group("admins")),
                        Map.of(user("/ann"), "ok"))
                .rows(
                        "a boundary grants nothing",
                        estate -> estate.user("ann", user -> user.boundary(OF_AWS + "ReadOnlyAccess")),
                        Map.of(user("/ann"), "ok"))
                .rows(
                        "odd names and paths",
                        estate ->
                                estate.user("x.y@z", user -> user.path("/a/b/").inlinePolicy("q", allow("*", "*"))),
                        Map.of(user("/a/b/x.y@z"), "alarm"))
                .twoAccounts(
                        estate -> estate.user("same", user -> user.attachedPolicy(OF_AWS + "ReadOnlyAccess")),
                        estate -> estate.user("same"),
                        Map.of(user("/same"), "alarm", user("/same").replace(ACCOUNT, OTHER_ACCOUNT), "ok"))
                .needs(estate -> estate.user("ann"), DETAILS);
    }

    private static TruthTable noStarStar() {
        return TruthTable.of("iam/iam_policy_all_attached_no_star_star.sql")
                .rows(
                        "nothing attached",
                        estate -> estate.policy("p", policy -> policy.version(allow("*", "*"))),
                        Map.of())
                .rows("every action on everything", attached(allow("*", "*")), p("alarm"))
                .rows("the same, spelt otherwise", attached(allow("*:*", "*")), p("alarm"))
                .rows("one service", attached(allow("iam:*", "*")), p("ok"))
                .rows("one resource", attached(allow("*", "arn:aws:s3:::bucket/*")), p("ok"))
                .rows("denied", attached(allow("*", "*").replace("Allow", "Deny")), p("ok"))
                .rows("in the second statement, among others", attached("""
                                {"Version": "2012-10-17", "Statement": [
                                  {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"},
                                  {"Effect": "Allow", "Action": ["ec2:*", "*"], "Resource": ["arn:aws:s3:::b", "*"]}]}"""), p("alarm"))
                .rows("action and resource in two statements", attached("""
                                {"Version": "2012-10-17", "Statement": [
                                  {"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b"},
                                  {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}"""), p("ok"))
                .rows(
                        "everything but",
                        attached("{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
                                + " \"NotAction\": \"iam:*\", \"Resource\": \"*\"}]}"),
                        p("ok"))
                .rows(
                        "a policy of AWS",
                        estate -> estate.group("admins", group -> group.attachedPolicy(OF_AWS + "AdministratorAccess")),
                        Map.of(OF_AWS + "AdministratorAccess", "alarm"))
                .rows(
                        "an older version allows everything",
                        estate -> attach(estate.policy(
                                "p", policy -> policy.version(allow("*", "*")).version(allow("s3:*", "*")))),
                        p("ok"))
                .twoAccounts(
                        attached(allow("*", "*")),
                        attached(allow("s3:*", "*")),
                        Map.of(policy(ACCOUNT), "alarm", policy(OTHER_ACCOUNT), "ok"))
                .needs(attached(allow("*", "*")), DETAILS);
    }

    private static UnaryOperator<EstateBuilder> attached(String document) {
        return estate -> attach(estate.policy("p", policy -> policy.version(document)));
    }

    /** The policy {@code p}, attached to a group. */
    private static EstateBuilder attach(EstateBuilder estate) {
        String account = estate.build().accountId();
        return estate.group("holders", group -> group.attachedPolicy(policy(account)));
    }

    private static Map<String, String> p(String verdict) {
        return Map.of(policy(ACCOUNT), verdict);
    }

    private static String policy(String account) {
        return "arn:aws:iam::" + account + ":policy/p";
    }

    private static String allow(String action, String resource) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"" + action
                + "\", \"Resource\": \"" + resource + "\"}}";
    }

    private static TruthTable supportRole() {
        String support = OF_AWS + "AWSSupportAccess";
        return TruthTable.of("iam/iam_support_role.sql")
                .account("an account without roles", estate -> estate, "alarm")
                .account("a role with it", estate -> estate.role("help", role -> role.attachedPolicy(support)), "ok")
                .account(
                        "two roles with it",
                        estate -> estate.role("a", role -> role.attachedPolicy(support))
                                .role("b", role -> role.attachedPolicy(support)),
                        "ok")
                .account(
                        "roles with something else",
                        estate -> estate.role("a", role -> role)
                                .role("b", role -> role.attachedPolicy(OF_AWS + "ReadOnlyAccess")),
                        "alarm")
                .account(
                        "every role with something else",
                        estate -> estate.role("b", role -> role.attachedPolicy(OF_AWS + "ReadOnlyAccess")),
                        "alarm")
                .account(
                        "a user and a group with it",
                        estate -> estate.user("u", user -> user.attachedPolicy(support))
                                .group("g", group -> group.attachedPolicy(support)),
                        "alarm")
                .account("a policy of its name", PolicyTruth::ownSupportPolicy, "alarm")
                .accountTwice(
                        estate -> estate.role("a", role -> role.attachedPolicy(support)),
                        Map.of("arn:aws:::" + ACCOUNT, "ok"))
                .twoAccounts(
                        estate -> estate.role("a", role -> role.attachedPolicy(support)),
                        estate -> estate,
                        both("ok", "alarm"))
                .needs(estate -> estate, DETAILS);
    }

    private static EstateBuilder ownSupportPolicy(EstateBuilder estate) {
        return estate.policy("AWSSupportAccess", policy -> policy.version(allow("support:*", "*")))
                .role("a", role -> role.attachedPolicy("arn:aws:iam::" + ACCOUNT + ":policy/AWSSupportAccess"));
    }

    private static TruthTable cloudShell() {
        String shell = OF_AWS + "AWSCloudShellFullAccess";
        return TruthTable.of("iam/iam_user_group_role_cloudshell_fullaccess_restricted.sql")
                .rows("an empty account", estate -> estate, Map.of())
                .rows(
                        "a user with it",
                        estate -> estate.user("a", user -> user.attachedPolicy(shell))
                                .user("b"),
                        Map.of(user("/a"), "alarm", user("/b"), "ok"))
                .rows(
                        "a group with it, and a user in it",
                        estate -> estate.group("g", group -> group.attachedPolicy(shell))
                                .user("a", user -> user.group("g")),
                        Map.of("arn:aws:iam::" + ACCOUNT + ":group/g", "alarm", user("/a"), "ok"))
                .rows(
                        "a role with it",
                        estate -> estate.role(
                                        "r",
                                        role -> role.attachedPolicy(OF_AWS + "ReadOnlyAccess")
                                                .attachedPolicy(shell))
                                .role("s", role -> role),
                        Map.of(
                                "arn:aws:iam::" + ACCOUNT + ":role/r",
                                "alarm",
                                "arn:aws:iam::" + ACCOUNT + ":role/s",
                                "ok"))
                .rows(
                        "one name three times",
                        estate -> estate.user("x")
                                .role("x", role -> role)
                                .group("x", group -> group.attachedPolicy(shell)),
                        Map.of(
                                user("/x"),
                                "ok",
                                "arn:aws:iam::" + ACCOUNT + ":role/x",
                                "ok",
                                "arn:aws:iam::" + ACCOUNT + ":group/x",
                                "alarm"))
                .rows("a policy of its name", PolicyTruth::ownShellPolicy, Map.of(user("/a"), "ok"))
                .twoAccounts(
                        estate -> estate.user("same", user -> user.attachedPolicy(shell)),
                        estate -> estate.user("same"),
                        Map.of(user("/same"), "alarm", user("/same").replace(ACCOUNT, OTHER_ACCOUNT), "ok"))
                .needs(estate -> estate.user("ann"), DETAILS);
    }

    private static EstateBuilder ownShellPolicy(EstateBuilder estate) {
        return estate.policy("AWSCloudShellFullAccess", policy -> policy.version(allow("cloudshell:*", "*")))
                .user("a", user -> user.attachedPolicy("arn:aws:iam::" + ACCOUNT + ":policy/AWSCloudShellFullAccess"));
    }
}
