package dev.penstock.tables.aws.simulator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the account, and the caller within it, behind the access key id that signed a request. */
final class Accounts {
    private final List<Estate> estates;
    private final Map<String, Estate> byCredential = new HashMap<>();
    private final boolean anyKey;

    Accounts(List<Estate> estates) {
        this.estates = List.copyOf(estates);
        this.anyKey = estates.size() == 1 && estates.get(0).credentials().isEmpty();
        refuseAmbiguous();
        estates.forEach(estate -> estate.credentials().forEach(key -> byCredential.put(key, estate)));
    }

    /** The caller; empty when no account knows the access key. */
    Optional<Caller> caller(String accessKeyId) {
        Estate named = byCredential.get(accessKeyId);
        if (named != null) {
            return Optional.of(callerOf(named, accessKeyId));
        }
        for (Estate estate : estates) {
            if (estate.ownerOf(accessKeyId).stream().anyMatch(user -> holdsActive(user, accessKeyId))) {
                return Optional.of(callerOf(estate, accessKeyId));
            }
        }
        return anyKey ? Optional.of(callerOf(estates.get(0), accessKeyId)) : Optional.empty();
    }

    private static Caller callerOf(Estate estate, String accessKeyId) {
        String name = estate.ownerOf(accessKeyId).map(IamUser::name).orElseGet(estate::callerName);
        return Caller.user(estate, name);
    }

    private static boolean holdsActive(IamUser user, String accessKeyId) {
        return user.keys().stream().anyMatch(key -> key.active() && key.id().equals(accessKeyId));
    }

    private void refuseAmbiguous() {
        if (estates.isEmpty()) {
            throw new IllegalArgumentException("a simulator needs an estate");
        }
        Set<String> accounts = new HashSet<>();
        Set<String> credentials = new HashSet<>();
        for (Estate estate : estates) {
            if (!accounts.add(estate.accountId())) {
                throw new IllegalArgumentException("two estates have the account id " + estate.accountId());
            }
            for (String accessKeyId : estate.credentials()) {
                if (!credentials.add(accessKeyId)) {
                    throw new IllegalArgumentException("two estates have the access key id " + accessKeyId);
                }
            }
        }
    }
}
