package dev.penstock.tables.aws.simulator;

import java.util.Map;

/**
 * A request as a {@link Fault} sees it.
 *
 * @param action such as {@code iam:ListUsers}
 * @param parameters the parameters sent, without Action and Version
 * @param accountId the account that the access key chose
 * @param nth how many requests for this action the simulator has received, this one included
 */
public record SimulatedCall(String action, Map<String, String> parameters, String accountId, int nth) {
    /** Copies the parameters. */
    public SimulatedCall {
        parameters = Map.copyOf(parameters);
    }
}
