package dev.penstock.tables.aws.simulator;

import java.util.Optional;

/**
 * Who signed a request.
 *
 * @param userName a user in the account, which need not be among the account's users; of a role, the session's name
 * @param role the role that was signed in to; empty for a user
 */
record Caller(Estate estate, String userName, String role) {

    static Caller user(Estate estate, String name) {
        return new Caller(estate, name, "");
    }

    static Caller inRole(Estate estate, String role, String sessionName) {
        return new Caller(estate, sessionName, role);
    }

    /** The user itself, where the account holds it. */
    Optional<IamUser> user() {
        return role.isEmpty() ? estate.user(userName) : Optional.empty();
    }

    String arn() {
        if (!role.isEmpty()) {
            return "arn:aws:sts::" + estate.accountId() + ":assumed-role/" + role + "/" + userName;
        }
        return user().map(user -> user.arn(estate.accountId()))
                .orElseGet(() -> "arn:aws:iam::" + estate.accountId() + ":user/" + userName);
    }

    /** The unique id; made from the account id for a caller that the account does not hold. */
    String userId() {
        return user().map(IamUser::id)
                .orElseGet(() -> (role.isEmpty() ? "AIDACALLER" : "AROACALLER")
                        + estate.accountId().substring(1)
                        + (role.isEmpty() ? "" : ":" + userName));
    }
}
