package dev.penstock.tables.aws.simulator;

/**
 * Unique identifiers in IAM's form: the same account always gives out the same sequence, and no two accounts share one.
 */
final class IdSequence {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_CHARACTER = 5;
    private static final int NUMBER_CHARACTERS = 13;
    private static final int COUNTER_BITS = 24;

    private final long account;
    private long counter;

    IdSequence(String accountId) {
        this.account = Long.parseLong(accountId) << COUNTER_BITS;
    }

    String userId() {
        return "AIDAQ7YE" + next();
    }

    String groupId() {
        return "AGPAQ7YE" + next();
    }

    String roleId() {
        return "AROAQ7YE" + next();
    }

    String policyId() {
        return "ANPAQ7YE" + next();
    }

    String instanceProfileId() {
        return "AIPAQ7YE" + next();
    }

    String certificateId() {
        return "ASCAQ7YE" + next();
    }

    String serviceCredentialId() {
        return "ACCAQ7YE" + next();
    }

    String accessKeyId() {
        return "AKIAQ7Y" + next();
    }

    String instanceId() {
        return "i-0" + String.format(java.util.Locale.ROOT, "%016x", mixed(account | nextNumber()));
    }

    /** 40 characters, as a secret key has; nothing is ever checked against it. */
    String secret() {
        return next() + "/" + next() + "+" + next().substring(1);
    }

    private String next() {
        long number = mixed(account | nextNumber());
        var text = new StringBuilder(NUMBER_CHARACTERS);
        for (int i = 0; i < NUMBER_CHARACTERS; i++) {
            text.append(ALPHABET.charAt((int) (number & (ALPHABET.length() - 1))));
            number >>>= BITS_PER_CHARACTER;
        }
        return text.toString();
    }

    private long nextNumber() {
        if (++counter >> COUNTER_BITS != 0) {
            throw new IllegalStateException("the account has used up its identifiers");
        }
        return counter;
    }

    /** The finaliser of SplitMix64. Each step can be undone, so different numbers stay different. */
    private static long mixed(long number) {
        long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
