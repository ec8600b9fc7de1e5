package dev.penstock.cli.truth;

import static dev.penstock.cli.truth.AccountTruth.both;
import static dev.penstock.cli.truth.TruthTable.ACCOUNT;

import dev.penstock.tables.aws.simulator.EstateBuilder;
import dev.penstock.tables.aws.simulator.PasswordPolicy;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an account demands of passwords: CIS 1.8 and 1.9. */
final class PasswordPolicyTruth {
    private PasswordPolicyTruth() {}

    static Stream<TruthTable> tables() {
        return Stream.of(
                table("iam/iam_account_password_policy_min_length_14.sql")
                        .account("14", policy(14, null), "ok")
                        .account("15", policy(15, 24), "ok")
                        .account("128", policy(128, 1), "ok")
                        .account("13", policy(13, 24), "alarm")
                        .account("8", policy(8, 24), "alarm")
                        .account("6", policy(6, null), "alarm")
                        .accountTwice(policy(14, 24), Map.of("arn:aws:::" + ACCOUNT, "ok"))
                        .twoAccounts(policy(14, 24), policy(13, 24), both("ok", "alarm")),
                table("iam/iam_account_password_policy_reuse_24.sql")
                        .account("24", policy(8, 24), "ok")
                        .account("23", policy(14, 23), "alarm")
                        .account("1", policy(128, 1), "alarm")
                        .account("not said", policy(14, null), "alarm")
                        .account("24 with a long password", policy(30, 24), "ok")
                        .accountTwice(policy(14, 24), Map.of("arn:aws:::" + ACCOUNT, "ok"))
                        .twoAccounts(policy(14, 24), policy(14, 23), both("ok", "alarm")));
    }

    private static TruthTable table(String file) {
        return TruthTable.of(file)
                .account("no policy", estate -> estate, "alarm")
                .needs(policy(14, 24), "iam:GetAccountPasswordPolicy", "sts:GetCallerIdentity");
    }

    private static UnaryOperator<EstateBuilder> policy(int length, @Nullable Integer remembered) {
        return estate ->
                estate.passwordPolicy(new PasswordPolicy(length, true, true, true, true, null, remembered, null));
    }
}
