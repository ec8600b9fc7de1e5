package dev.penstock.sql.plan;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Deals the connections of a statement out in parts: each by itself, or all that reach one account together. For the
 * latter every connection is first asked for its account; those that are slow to tell are not waited for, and are parts
 * of their own if they turn out to reach an account that no other one reaches. Safe for many threads.
 */
final class Division {
    /** How long those that have told wait for the rest, once nobody else tells. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(2);

    private final ArrayDeque<String> toAsk = new ArrayDeque<>();
    private final ArrayDeque<List<String>> ready = new ArrayDeque<>();
    private final Map<String, List<String>> byAccount = new LinkedHashMap<>();
    private boolean divided;
    private int asking;
    private int under;
    private long toldAt = System.nanoTime();

    private Division() {}

    /** Each connection is a part. */
    static Division byConnection(List<String> connections) {
        var division = new Division();
        connections.forEach(connection -> division.ready.add(List.of(connection)));
        division.divided = true;
        return division;
    }

    /** The connections to one account are a part. */
    static Division byAccount(List<String> connections) {
        var division = new Division();
        division.toAsk.addAll(connections);
        return division;
    }

    /**
     * Something to do.
     *
     * @param part connections to one account, or one connection
     * @param ask whether its account must be told first
     */
    record Step(List<String> part, boolean ask) {}

    /** The next step, null if there is none left; waits while that is not known. Each one must be {@link #ended}. */
    synchronized @Nullable Step next() {
        while (true) {
            String unknown = toAsk.pollFirst();
            if (unknown != null) {
                asking++;
                under++;
                return new Step(List.of(unknown), true);
            }
            if (!divided && (asking == 0 || System.nanoTime() - toldAt > GRACE)) {
                divided = true;
                ready.addAll(byAccount.values());
            }
            if (divided) {
                List<String> part = ready.pollFirst();
                under += part == null ? 0 : 1;
                return part == null ? null : new Step(part, false);
            }
            try {
                wait(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    /**
     * Tells the account of a connection.
     *
     * @return the part that it is by itself, if the others went ahead without it; null if it is dealt out with them
     */
    synchronized @Nullable Step told(List<String> connection, String account) {
        asking--;
        toldAt = System.nanoTime();
        List<String> others = byAccount.get(account);
        if (!divided) {
            byAccount.computeIfAbsent(account, key -> new ArrayList<>()).addAll(connection);
            return null;
        }
        if (others != null) {
            throw new EngineException(
                    ErrorCode.CALL_FAILED,
                    "connection " + connection.get(0) + " was slow to tell that it reaches account " + account
                            + ", as connection " + others.get(0) + " does; run it again");
        }
        byAccount.put(account, connection);
        return new Step(connection, false);
    }

    /** Says that a connection can't tell its account. */
    synchronized void untold() {
        asking--;
    }

    /** Says that a step is through and what it gave is there. */
    synchronized void ended() {
        under--;
    }

    /** Whether nothing is left to do or under way. */
    synchronized boolean isThrough() {
        return divided
                ? ready.isEmpty() && under == 0
                : toAsk.isEmpty() && asking == 0 && byAccount.isEmpty() && under == 0;
    }
}
