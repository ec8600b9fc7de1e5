package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.BOOLEAN;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.Preparation;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.NotReadyException;
import java.time.Instant;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/** One row per user, root included, of the account's credential report, which is made where there is none. */
final class AwsIamCredentialReportTable {
    private static final Preparation<AwsConnection> GENERATE =
            Preparation.whenNotMade("iam:GenerateCredentialReport", (aws, key) -> generate(aws));

    private static final ListCall<AwsConnection, CredentialReportLine> GET_REPORT =
            ListCall.<AwsConnection, CredentialReportLine>pages("iam:GetCredentialReport", (aws, page) -> lines(aws))
                    .preparedBy(GENERATE);

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_credential_report")
            .describedAs("The credentials of every user, root included, as of the report's time.")
            .rowsFrom(GET_REPORT)
            .column(
                    "user_name",
                    TEXT,
                    line -> line.raw("user"),
                    "The name of the user, <root_account> for the root user.")
            .column("user_arn", TEXT, line -> line.raw("arn"), "The ARN of the user.")
            .column("user_creation_time", TIMESTAMP, time("user_creation_time"), "When the user was created.")
            .column(
                    "generated_time",
                    TIMESTAMP,
                    CredentialReportLine::generated,
                    "When the report was made: how old all it says is.")
            .column(
                    "access_key_1_active",
                    BOOLEAN,
                    flag("access_key_1_active"),
                    "Whether the user has a first access key that is active.")
            .column(
                    "access_key_1_last_rotated",
                    TIMESTAMP,
                    time("access_key_1_last_rotated"),
                    "When the first access key was created or last changed.")
            .column(
                    "access_key_1_last_used_date",
                    TIMESTAMP,
                    time("access_key_1_last_used_date"),
                    "When the first access key was last used.")
            .column(
                    "access_key_1_last_used_region",
                    TEXT,
                    text("access_key_1_last_used_region"),
                    "In which region the first access key was last used.")
            .column(
                    "access_key_1_last_used_service",
                    TEXT,
                    text("access_key_1_last_used_service"),
                    "For which service the first access key was last used.")
            .column(
                    "access_key_2_active",
                    BOOLEAN,
                    flag("access_key_2_active"),
                    "Whether the user has a second access key that is active.")
            .column(
                    "access_key_2_last_rotated",
                    TIMESTAMP,
                    time("access_key_2_last_rotated"),
                    "When the second access key was created or last changed.")
            .column(
                    "access_key_2_last_used_date",
                    TIMESTAMP,
                    time("access_key_2_last_used_date"),
                    "When the second access key was last used.")
            .column(
                    "access_key_2_last_used_region",
                    TEXT,
                    text("access_key_2_last_used_region"),
                    "In which region the second access key was last used.")
            .column(
                    "access_key_2_last_used_service",
                    TEXT,
                    text("access_key_2_last_used_service"),
                    "For which service the second access key was last used.")
            .column(
                    "cert_1_active",
                    BOOLEAN,
                    flag("cert_1_active"),
                    "Whether the user has a first signing certificate that is active.")
            .column(
                    "cert_1_last_rotated",
                    TIMESTAMP,
                    time("cert_1_last_rotated"),
                    "When the first signing certificate was created or last changed.")
            .column(
                    "cert_2_active",
                    BOOLEAN,
                    flag("cert_2_active"),
                    "Whether the user has a second signing certificate that is active.")
            .column(
                    "cert_2_last_rotated",
                    TIMESTAMP,
                    time("cert_2_last_rotated"),
                    "When the second signing certificate was created or last changed.")
            .column("mfa_active", BOOLEAN, flag("mfa_active"), "Whether the user has an MFA device.")
            .column(
                    "password_enabled",
                    BOOLEAN,
                    flag("password_enabled"),
                    "Whether the user has a password; the report does not say so of the root user.")
            .column(
                    "password_last_changed",
                    TIMESTAMP,
                    time("password_last_changed"),
                    "When the password was last set.")
            .column("password_last_used", TIMESTAMP, time("password_last_used"), "When the password was last used.")
            .column(
                    "password_status",
                    TEXT,
                    AwsIamCredentialReportTable::passwordStatus,
                    "Either used, never_used or not_set.")
            .column(
                    "password_next_rotation",
                    TIMESTAMP,
                    time("password_next_rotation"),
                    "When the password has to be changed.")
            .with(AwsColumns::global)
            .example("Passwords that nobody used for 90 days", """
                    select user_name, password_last_used
                    from aws_iam_credential_report
                    where password_enabled and password_last_used < now() - interval '90 days'""")
            .build();

    private AwsIamCredentialReportTable() {}

    /** Orders a report, or asks how far it is; a report younger than four hours is not made again. */
    private static String generate(AwsConnection aws) {
        var answer = aws.iam().generateCredentialReport();
        if (answer.state() != ReportStateType.COMPLETE) {
            throw new NotReadyException("the credential report is still being made");
        }
        return answer.stateAsString();
    }

    private static Page<CredentialReportLine> lines(AwsConnection aws) {
        var answer = aws.iam().getCredentialReport();
        Instant made = answer.generatedTime();
        return Page.only(CredentialReportLine.read(answer.content().asUtf8String(), made))
                .asOf(made);
    }

    private static String passwordStatus(CredentialReportLine line) {
        return switch (line.raw("password_last_used")) {
            case "no_information" -> "never_used";
            case "N/A" -> "not_set";
            default -> "used";
        };
    }

    private static Extractor<CredentialReportLine, String> text(String name) {
        return line -> line.text(name);
    }

    private static Extractor<CredentialReportLine, Instant> time(String name) {
        return line -> line.time(name);
    }

    private static Extractor<CredentialReportLine, Boolean> flag(String name) {
        return line -> line.flag(name);
    }
}
