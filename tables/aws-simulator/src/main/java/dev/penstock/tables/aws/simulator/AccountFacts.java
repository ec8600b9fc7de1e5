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

    /**
     * An organization of accounts, seen by its management account.
     *
     * @param rootId the root of the tree, such as {@code r-ab12}
     * @param units below the root, at whatever depth
     * @param members its accounts in the order in which the service lists them
     */
    public record Organization(
            String id,
            String managementAccountId,
            String managementEmail,
            String rootId,
            List<Unit> units,
            List<Member> members) {
        /** Copies the lists. */
        public Organization {
            units = List.copyOf(units);
            members = List.copyOf(members);
        }

        /** An organization of which only the management account is said. */
        public Organization(String id, String managementAccountId, String managementEmail) {
            this(
                    id,
                    managementAccountId,
                    managementEmail,
                    "r-" + id.replaceAll("[^0-9a-z]", "") + "00",
                    List.of(),
                    List.of());
        }

        boolean holds(String parentId) {
            return rootId.equals(parentId)
                    || units.stream().anyMatch(unit -> unit.id().equals(parentId));
        }
    }

    /**
     * An organizational unit.
     *
     * @param parentId the root or unit above it
     */
    public record Unit(String id, String name, String parentId) {}

    /**
     * An account of an organization.
     *
     * @param parentId the root or unit that holds it
     * @param state such as {@code ACTIVE}
     * @param method INVITED or CREATED
     */
    public record Member(
            String id,
            String name,
            String email,
            String parentId,
            String state,
            String method,
            Instant joined,
            Map<String, String> tags) {
        /** Copies the tags. */
        public Member {
            tags = Map.copyOf(tags);
        }
    }

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
