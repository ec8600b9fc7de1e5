package dev.penstock.cli.truth;

import static dev.penstock.cli.truth.TruthTable.ACCOUNT;
import static dev.penstock.cli.truth.TruthTable.OTHER_ACCOUNT;

import dev.penstock.tables.aws.simulator.AccountFacts;
import dev.penstock.tables.aws.simulator.AccountFacts.Contact;
import dev.penstock.tables.aws.simulator.EstateBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is known of an account beyond IAM. */
final class AccountTruth {
    private AccountTruth() {}

    static Stream<TruthTable> tables() {
        return Stream.of(
                manual("account/account_contact_details_current.sql"),
                manual("account/account_security_questions_registered.sql"),
                manual("account/account_users_managed_centrally.sql"),
                securityContact());
    }

    private static TruthTable manual(String file) {
        return TruthTable.of(file)
                .account("an empty account", estate -> estate, "info")
                .account("an account with an alias", estate -> estate.alias("it's-fine"), "info")
                .account("an account with users", estate -> estate.user("ann", user -> user.key()), "info")
                .account("an account with a contact", estate -> contacts(estate, "SECURITY"), "info")
                .account("an account whose root user has no second factor", estate -> estate.root(false, true), "info")
                .twoAccounts(estate -> estate, estate -> estate, both("info", "info"))
                .needs(estate -> estate, "sts:GetCallerIdentity");
    }

    private static TruthTable securityContact() {
        return TruthTable.of("account/account_alternate_contact_security_registered.sql")
                .account("no contact", estate -> estate, "alarm")
                .account("a security contact", estate -> contacts(estate, "SECURITY"), "ok")
                .account("a billing contact", estate -> contacts(estate, "BILLING"), "alarm")
                .account(
                        "billing and operations contacts", estate -> contacts(estate, "BILLING", "OPERATIONS"), "alarm")
                .account("all contacts", estate -> contacts(estate, "BILLING", "OPERATIONS", "SECURITY"), "ok")
                .accountTwice(estate -> contacts(estate, "SECURITY"), Map.of("arn:aws:::" + ACCOUNT, "ok"))
                .twoAccounts(estate -> contacts(estate, "SECURITY"), estate -> estate, both("ok", "alarm"))
                .needs(estate -> contacts(estate, "SECURITY"), "account:GetAlternateContact", "sts:GetCallerIdentity");
    }

    private static EstateBuilder contacts(EstateBuilder estate, String... types) {
        Map<String, Contact> contacts = Stream.of(types)
                .collect(java.util.stream.Collectors.toMap(
                        type -> type, type -> new Contact("Söna \"S\" O'Hara", "s@example.com", "+49", "Lead")));
        return estate.facts(new AccountFacts(new Contact("Nobody", null, "+49", null), contacts, null, List.of()));
    }

    /** An account with analyzers of Access Analyzer. */
    static EstateBuilder analyzers(EstateBuilder estate, AccountFacts.Analyzer... analyzers) {
        return estate.facts(
                new AccountFacts(new Contact("Nobody", null, "+49", null), Map.of(), null, List.of(analyzers)));
    }

    static AccountFacts.Analyzer analyzer(String region, String name, String type, String status) {
        return new AccountFacts.Analyzer(region, name, type, status, Instant.EPOCH, List.of());
    }

    static Map<String, String> both(String first, String second) {
        return Map.of("arn:aws:::" + ACCOUNT, first, "arn:aws:::" + OTHER_ACCOUNT, second);
    }
}
