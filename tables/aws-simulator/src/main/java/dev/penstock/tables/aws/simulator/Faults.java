package dev.penstock.tables.aws.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Ready-made faults. Each names the action it is for, such as {@code iam:ListUsers}, or {@code *} for all. Those that
 * count go by the number of requests for the action since the simulator started.
 */
public final class Faults {
    private static final FaultAnswer THROTTLING = new FaultAnswer.ServiceError(400, "Throttling", "Rate exceeded");

    private Faults() {}

    /** The caller may not do this. */
    public static Fault denied(String action) {
        return always(action, new FaultAnswer.Denied());
    }

    /** The caller may not do this to one user. */
    public static Fault denied(String action, String userName) {
        return when(action, call -> userName.equals(call.parameters().get("UserName")), new FaultAnswer.Denied());
    }

    /** The action is throttled each time. */
    public static Fault throttled(String action) {
        return always(action, THROTTLING);
    }

    /** The first {@code times} requests for the action are throttled. */
    public static Fault throttledFirst(String action, int times) {
        return first(action, times, THROTTLING);
    }

    /** The caller's temporary credentials have run out. */
    public static Fault expiredToken(String action) {
        return always(
                action,
                new FaultAnswer.ServiceError(
                        403, "ExpiredToken", "The security token included in the request is expired"));
    }

    /** The caller's access key is unknown. */
    public static Fault invalidClientTokenId(String action) {
        return always(
                action,
                new FaultAnswer.ServiceError(
                        403, "InvalidClientTokenId", "The security token included in the request is invalid."));
    }

    /** The service fails with 500. */
    public static Fault serviceFailure(String action) {
        return always(
                action,
                new FaultAnswer.ServiceError(
                        500,
                        "ServiceFailure",
                        "The request processing has failed because of an unknown error, exception or failure."));
    }

    /** The service is away with 503. */
    public static Fault unavailable(String action) {
        return always(
                action,
                new FaultAnswer.ServiceError(
                        503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server."));
    }

    /** The answer is XML that ends half-way. */
    public static Fault cutShort(String action) {
        return always(action, new FaultAnswer.CutShort());
    }

    /** The connection is closed without an answer. */
    public static Fault dropped(String action) {
        return always(action, new FaultAnswer.Dropped());
    }

    /** The answer comes later. */
    public static Fault slow(String action, Duration delay) {
        return always(action, new FaultAnswer.Slow(delay));
    }

    /** Every request for the action gets the answer. */
    public static Fault always(String action, FaultAnswer answer) {
        return when(action, call -> true, answer);
    }

    /** The first {@code times} requests for the action get the answer. */
    public static Fault first(String action, int times, FaultAnswer answer) {
        return when(action, call -> call.nth() <= times, answer);
    }

    /** Only the {@code nth} request for the action gets the answer; the first is 1. */
    public static Fault nth(String action, int nth, FaultAnswer answer) {
        return when(action, call -> call.nth() == nth, answer);
    }

    /** The requests for the action that meet a condition get the answer. */
    public static Fault when(String action, Predicate<SimulatedCall> condition, FaultAnswer answer) {
        boolean every = action.equals(SimulatorOptions.EVERY_ACTION);
        if (!every) {
            ActionName.require(action);
        }
        return call -> (every || action.equals(call.action())) && condition.test(call)
                ? Optional.of(answer)
                : Optional.empty();
    }
}
