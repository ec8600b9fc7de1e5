package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.error.Failure.NOT_FOUND;
import static dev.penstock.spi.table.ColumnType.BIGINT;
import static dev.penstock.spi.table.ColumnType.BOOLEAN;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import java.util.List;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;

/** One row for the password policy of the account; none where no policy is set. */
final class AwsIamAccountPasswordPolicyTable {
    private static final ListCall<AwsConnection, PasswordPolicy> GET_POLICY = ListCall.whole(
                    "iam:GetAccountPasswordPolicy",
                    (AwsConnection aws) ->
                            List.of(aws.iam().getAccountPasswordPolicy().passwordPolicy()))
            .emptyOn(NOT_FOUND);

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_account_password_policy")
            .describedAs("The password policy of the account, where one is set.")
            .rowsFrom(GET_POLICY)
            .column(
                    "allow_users_to_change_password",
                    BOOLEAN,
                    flag(PasswordPolicy::allowUsersToChangePassword),
                    "Whether users can change their own passwords.")
            .column("expire_passwords", BOOLEAN, flag(PasswordPolicy::expirePasswords), "Whether passwords expire.")
            .column(
                    "hard_expiry",
                    BOOLEAN,
                    PasswordPolicy::hardExpiry,
                    "Whether users are locked out once their password has expired.")
            .column(
                    "max_password_age",
                    BIGINT,
                    policy -> IamNumbers.bigint(policy.maxPasswordAge()),
                    "After how many days a password expires, NULL if it never does.")
            .column(
                    "minimum_password_length",
                    BIGINT,
                    policy -> IamNumbers.bigint(policy.minimumPasswordLength()),
                    "How many characters a password needs.")
            .column(
                    "password_reuse_prevention",
                    BIGINT,
                    policy -> IamNumbers.bigint(policy.passwordReusePrevention()),
                    "How many older passwords cannot be used again, NULL if all can.")
            .column(
                    "require_lowercase_characters",
                    BOOLEAN,
                    flag(PasswordPolicy::requireLowercaseCharacters),
                    "Whether a password needs a lower-case letter.")
            .column(
                    "require_numbers",
                    BOOLEAN,
                    flag(PasswordPolicy::requireNumbers),
                    "Whether a password needs a digit.")
            .column(
                    "require_symbols",
                    BOOLEAN,
                    flag(PasswordPolicy::requireSymbols),
                    "Whether a password needs a character that is neither letter nor digit.")
            .column(
                    "require_uppercase_characters",
                    BOOLEAN,
                    flag(PasswordPolicy::requireUppercaseCharacters),
                    "Whether a password needs an upper-case letter.")
            .with(AwsColumns::global)
            .example("What the account demands of passwords", """
                    select minimum_password_length, require_symbols, max_password_age from aws_iam_account_password_policy""")
            .build();

    private AwsIamAccountPasswordPolicyTable() {}

    /** The service leaves a false flag out. */
    private static Extractor<PasswordPolicy, Boolean> flag(Extractor<PasswordPolicy, Boolean> extractor) {
        return policy -> Boolean.TRUE.equals(extractor.extract(policy));
    }
}
