package dev.penstock.tables.aws.simulator;

import java.util.Optional;

/** Who signed a request: a user name in an account, which need not be among the account's users. */
record Caller(Estate estate, String userName) {
    /** The user itself, where the account holds it. */
    Optional<IamUser> user() {
        return estate.user(userName);
    }

    String arn() {
        return user().map(user -> user.arn(estate.accountId()))
                .orElseGet(() -> "arn:aws:iam::" + estate.accountId() + ":user/" + userName);
    }

    /** The unique id; made from the account id for a caller that the account does not hold. */
    String userId() {
        return user().map(IamUser::id)
                .orElseGet(() -> "AIDACALLER" + estate.accountId().substring(1));
    }
}
