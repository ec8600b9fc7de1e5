package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account tells beyond IAM.
 *
 * @param primaryContact whom AWS writes to
 * @param alternateContacts by type: BILLING, OPERATIONS, SECURITY
 * @param organization the organization that the account is in; null if it is in none
 * @param analyzers of IAM Access Analyzer
 */
public record AccountFacts(
        Contact primaryContact,
        Map<String, Contact> alternateContacts,
        @Nullable Organization organization,
        List<Analyzer> analyzers) {

    /** Facts of an account about which nothing was said. */
    public static final AccountFacts NONE =
            new AccountFacts(new Contact("Nobody", null, "+490000000", null), Map.of(), null, List.of());

    /** Copies the collections. */
    public AccountFacts {
        alternateContacts = Map.copyOf(alternateContacts);
        analyzers = List.copyOf(analyzers);
    }

    /** Somebody to write to; for the primary contact, {@code title} is the company. */
    public record Contact(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String title) {}

    /** An organization of accounts, seen by its management account. */
    public record Organization(String id, String managementAccountId, String managementEmail) {}

    /**
     * An analyzer.
     *
     * @param type such as {@code ACCOUNT}
     * @param status such as {@code ACTIVE}
     * @param findings what it found
     */
    public record Analyzer(
            String region, String name, String type, String status, Instant created, List<Finding> findings) {
        /** Copies the findings. */
        public Analyzer {
            findings = List.copyOf(findings);
        }

        String arn(String accountId) {
            return "arn:aws:access-analyzer:" + region + ":" + accountId + ":analyzer/" + name;
        }
    }

    /** Something that can be reached from outside. */
    public record Finding(
            String id,
            String resource,
            String resourceType,
            String status,
            boolean isPublic,
            List<String> actions,
            Map<String, String> principal,
            Instant created) {
        /** Copies the collections. */
        public Finding {
            actions = List.copyOf(actions);
            principal = Map.copyOf(principal);
        }
    }
}
