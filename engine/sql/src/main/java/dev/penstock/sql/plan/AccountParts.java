package dev.penstock.sql.plan;

import dev.penstock.scan.TableScanner;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.ErrorKind;
import dev.penstock.sql.execute.Cursor;
import dev.penstock.sql.execute.Execution;
import dev.penstock.sql.execute.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan that keeps accounts apart over each account by itself, several at once. An account's rows come when all of
 * them are there: one that can't be read, even in part, leaves the rows of the others as they are, and has none. A
 * connection that can't even tell its account counts as an account of its own.
 */
final class AccountParts implements Operator {
    private static final int AT_ONCE = 32;
    private static final long LOOKS_EVERY_MILLIS = 50;

    private final Operator plan;
    private final List<String> connections;
    private final boolean byAccount;
    private final boolean lenient;
    private final TableScanner scanner;

    /**
     * A plan over several connections.
     *
     * @param byAccount whether all connections to an account belong together
     * @param lenient whether the rows of the others are right by themselves, whatever the statement does with them
     */
    AccountParts(Operator plan, List<String> connections, boolean byAccount, boolean lenient, TableScanner scanner) {
        this.plan = plan;
        this.connections = List.copyOf(connections);
        this.byAccount = byAccount;
        this.lenient = lenient;
        this.scanner = scanner;
    }

    @Override
    public Cursor open(Execution execution) {
        return new Running(execution);
    }

    /** Rows of a part and the memory that they hold, or why there are none. */
    private record Done(
            List<@Nullable Object[]> rows,
            long bytes,
            List<String> part,
            @Nullable Throwable why) {}

    private final class Running implements Cursor {
        private final Execution execution;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final LinkedBlockingQueue<Done> done = new LinkedBlockingQueue<>(AT_ONCE);
        private final Division division;
        private @Nullable Done current;
        private int row;
        private boolean begun;

        Running(Execution execution) {
            this.execution = execution;
            this.division = byAccount ? Division.byAccount(connections) : Division.byConnection(connections);
        }

        @Override
        public @Nullable Object @Nullable [] next() {
            begin();
            while (!stopped.get()) {
                execution.checkCanceled();
                Done now = current;
                if (now != null && row < now.rows().size()) {
                    return now.rows().get(row++);
                }
                letGo();
                Done next = awaited();
                if (next == null && division.isThrough() && done.isEmpty()) {
                    return null;
                }
                if (next != null) {
                    take(next);
                }
            }
            return null;
        }

        private void take(Done next) {
            if (next.why() == null) {
                current = next;
                row = 0;
            } else if (!(next.why() instanceof EngineException error) || !isOfConnection(error)) {
                close();
                throw next.why() instanceof RuntimeException runtime ? runtime : failed(next.why());
            } else if (lenient || execution.unread().accepted()) {
                execution.unread().add(next.part(), error);
            } else {
                close();
                throw mixed(error);
            }
        }

        /** An error of the machine stays one. */
        private static EngineException failed(Throwable thrown) {
            if (thrown instanceof Error error) {
                throw error;
            }
            return new EngineException(ErrorCode.INTERNAL, "an account's part ended unexpectedly: " + thrown, thrown);
        }

        /** The statement computes with the rows of all accounts together: without one of them its answer is wrong. */
        private EngineException mixed(EngineException error) {
            String message = error.getMessage()
                    + "; the statement puts the rows of several accounts together, so it has no answer without this one";
            return error.call().isPresent()
                    ? new EngineException(error.call().get(), error.code(), message, error)
                    : new EngineException(error.code(), message, error);
        }

        private void letGo() {
            if (current != null) {
                execution.memory().release(current.bytes());
                current = null;
            }
        }

        private @Nullable Done awaited() {
            try {
                return done.poll(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                close();
                Thread.currentThread().interrupt();
                throw new EngineException(ErrorCode.CANCELED, "canceling statement due to user request", e);
            }
        }

        private void begin() {
            if (begun) {
                return;
            }
            begun = true;
            for (int i = 0; i < Math.min(AT_ONCE, connections.size()); i++) {
                var driver = new Thread(this::drive, "penstock-account");
                driver.setDaemon(true);
                driver.start();
            }
        }

        private void drive() {
            while (!stopped.get()) {
                Division.Step step = division.next();
                if (step == null) {
                    return;
                }
                // What it gives stands in the queue before it counts as through.
                try {
                    Division.Step run = step.ask() ? told(step) : step;
                    if (run != null) {
                        hand(rows(run.part()));
                    }
                } catch (RuntimeException | Error e) {
                    hand(new Done(List.of(), 0, step.part(), e));
                } finally {
                    division.ended();
                }
            }
        }

        /** Waits while the consumer has enough to do. */
        private void hand(Done part) {
            try {
                while (!done.offer(part, LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (stopped.get()) {
                        execution.memory().release(part.bytes());
                        return;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Division.@Nullable Step told(Division.Step step) {
            String account;
            try {
                account = scanner.account(step.part().get(0), stopped::get);
            } catch (RuntimeException e) {
                division.untold();
                throw e;
            }
            return division.told(step.part(), account);
        }

        private Done rows(List<String> part) {
            var rows = new ArrayList<@Nullable Object[]>();
            long bytes = 0;
            try (Cursor cursor = plan.open(execution.over(part, stopped))) {
                for (@Nullable Object[] next = cursor.next(); next != null; next = cursor.next()) {
                    bytes += execution.memory().hold(next, 0);
                    rows.add(next);
                }
            } catch (RuntimeException | Error e) {
                execution.memory().release(bytes);
                throw e;
            }
            return new Done(rows, bytes, part, null);
        }

        @Override
        public void close() {
            stopped.set(true);
            letGo();
        }
    }

    /** Whether an error says that a connection can't be read, and nothing of the statement. */
    private static boolean isOfConnection(EngineException error) {
        return error.code().kind() == ErrorKind.ACCESS
                || error.code().kind() == ErrorKind.EXTERNAL
                || error.code() == ErrorCode.INVALID_CONFIGURATION;
    }
}
