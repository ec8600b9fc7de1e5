package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Ready-made estates. All are deterministic. */
public final class Estates {
    private static final String ACCOUNT = "123456789012";
    private static final Instant BULK_CREATED = Instant.parse("2024-03-01T08:00:00Z");
    private static final Instant BULK_ROTATED = Instant.parse("2025-06-01T08:00:00Z");
    private static final int LARGEST = 100_000;

    private Estates() {}

    /** An account that holds nothing. */
    public static Estate empty() {
        return Estate.account(ACCOUNT).build();
    }

    /**
     * A small company in which the IAM controls of the CIS AWS Foundations Benchmark have something to find.
     *
     * @param now the moment from which the ages of keys and passwords are counted back
     */
    public static Estate demo(Instant now) {
        return DemoEstate.of(now.truncatedTo(ChronoUnit.DAYS));
    }

    /**
     * Users {@code user-000000} upwards in account 123456789012. Of each ten in a row, by the last digit of the name:
     * 0 to 2 have no key, 3 to 5 one active key, 6 one inactive key, 7 two active keys, 8 an active and an inactive
     * key, 9 two inactive keys. The even ones are below {@code /engineering/}.
     *
     * @param count 0 to 100,000
     */
    public static Estate users(int count) {
        return users(ACCOUNT, count);
    }

    /**
     * The users of {@link #users(int)} in another account.
     *
     * @param accountId 12 digits
     * @param count 0 to 100,000
     */
    public static Estate users(String accountId, int count) {
        if (count < 0 || count > LARGEST) {
            throw new IllegalArgumentException("an estate has 0 to " + LARGEST + " users, not " + count);
        }
        EstateBuilder estate = Estate.account(accountId).created(BULK_CREATED);
        for (int i = 0; i < count; i++) {
            int number = i;
            estate.user(String.format(Locale.ROOT, "user-%06d", number), user -> bulkUser(user, number));
        }
        return estate.build();
    }

    /**
     * An account in which everything holds something, for counting calls: users {@code user-000000} upwards, each in one
     * group and every third one with a managed policy, every fifth one with an embedded one, every second one with a
     * virtual second factor; roles, policies and groups numbered in the same way.
     */
    public static Estate company(int users, int roles, int policies, int groups) {
        EstateBuilder estate = Estate.account(ACCOUNT).created(BULK_CREATED);
        for (int i = 0; i < policies; i++) {
            estate.newPolicy(numbered("policy", i)).version(PolicyBuilder.MODEST);
        }
        for (int i = 0; i < groups; i++) {
            estate.newGroup(numbered("group", i)).attachedPolicy(policy(i, policies));
        }
        for (int i = 0; i < roles; i++) {
            RoleBuilder role = estate.newRole(numbered("role", i)).attachedPolicy(policy(i, policies));
            if (i % 4 == 0) {
                role.tag("number", String.valueOf(i)).inlinePolicy("own", PolicyBuilder.MODEST);
                estate.instanceProfile(numbered("profile", i), "/", numbered("role", i));
            }
        }
        for (int i = 0; i < users; i++) {
            companyUser(estate.newUser(numbered("user", i)), i, policies, groups);
        }
        return estate.build();
    }

    private static void companyUser(UserBuilder user, int number, int policies, int groups) {
        if (groups > 0) {
            user.group(numbered("group", number % groups));
        }
        if (number % 2 == 0) {
            user.mfa().tag("number", String.valueOf(number));
        }
        if (number % 3 == 0 && policies > 0) {
            user.attachedPolicy(policy(number, policies));
        }
        if (number % 5 == 0) {
            user.inlinePolicy("own", PolicyBuilder.MODEST);
        }
    }

    private static String policy(int number, int policies) {
        return "arn:aws:iam::" + ACCOUNT + ":policy/" + numbered("policy", number % Math.max(1, policies));
    }

    private static String numbered(String kind, int number) {
        return String.format(Locale.ROOT, "%s-%06d", kind, number);
    }

    private static UserBuilder bulkUser(UserBuilder user, int number) {
        if (number % 2 == 0) {
            user.path("/engineering/");
        }
        return switch (number % 10) {
            case 3, 4, 5 -> user.key();
            case 6 -> user.key(KeyBuilder::inactive);
            case 7 -> user.key().key(key -> key.created(BULK_ROTATED));
            case 8 -> user.key(KeyBuilder::inactive).key(key -> key.created(BULK_ROTATED));
            case 9 -> user.key(KeyBuilder::inactive).key(KeyBuilder::inactive);
            default -> user;
        };
    }
}
