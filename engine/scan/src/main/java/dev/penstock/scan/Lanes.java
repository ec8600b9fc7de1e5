package dev.penstock.scan;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The lanes of all connections: one for each action of an account, however many connections reach the account, because
 * the service counts their requests together. Until a connection's account is known its lanes are its own.
 */
final class Lanes {
    private final ScheduledExecutorService timer;
    private final ConcurrentHashMap<Key, Lane> lanes = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> accounts = new ConcurrentHashMap<>();

    Lanes(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** The lane of a connection's action. */
    Lane of(String connection, String action) {
        String account = accounts.get(connection);
        return lanes.computeIfAbsent(
                new Key(account == null, account == null ? connection : account, action), key -> new Lane(timer));
    }

    /** Says which account a connection reaches; what its lanes have learned counts for the account. */
    void reach(String connection, String account) {
        if (accounts.putIfAbsent(connection, account) == null) {
            lanes.forEach((key, lane) -> {
                if (key.isConnection() && key.owner().equals(connection)) {
                    lanes.putIfAbsent(new Key(false, account, key.action()), lane);
                }
            });
        }
    }

    private record Key(boolean isConnection, String owner, String action) {}
}
