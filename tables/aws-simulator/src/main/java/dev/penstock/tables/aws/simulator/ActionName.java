package dev.penstock.tables.aws.simulator;

import java.util.regex.Pattern;

/** Names of actions as policies write them: {@code iam:ListUsers}. */
final class ActionName {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9]+");

    private ActionName() {}

    static String require(String action) {
        if (!FORM.matcher(action).matches()) {
            throw new IllegalArgumentException("an action reads like iam:ListUsers, not '" + action + "'");
        }
        return action;
    }

    static String of(String service, String operation) {
        return service + ":" + operation;
    }
}
