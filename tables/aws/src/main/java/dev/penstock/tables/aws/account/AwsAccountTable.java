package dev.penstock.tables.aws.account;

import static dev.penstock.spi.error.Failure.NOT_FOUND;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;

import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import java.util.List;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** One row: the account of the caller; its alias and its organization are asked for where they are read. */
final class AwsAccountTable {
    private static final RowCall<AwsConnection, GetCallerIdentityResponse, List<String>> ALIASES = RowCall.once(
            "iam:ListAccountAliases", aws -> aws.iam().listAccountAliases().accountAliases());

    private static final RowCall<AwsConnection, GetCallerIdentityResponse, Organization> ORGANIZATION =
            RowCall.<AwsConnection, GetCallerIdentityResponse, Organization>once(
                            "organizations:DescribeOrganization",
                            aws -> aws.organizations().describeOrganization().organization())
                    .nullOn(NOT_FOUND);

    static final Table<AwsConnection> TABLE = Table.named("aws_account")
            .describedAs("The AWS account behind the connection.")
            .rowsFrom(AwsStsCallerIdentityTable.GET_CALLER)
            .column("account_aliases", JSON, ALIASES.get(SdkJson::list), "The alias of the account in an array.")
            .column("arn", TEXT, AwsAccountTable::arn, "The ARN of the account, arn:<partition>:::<account>.")
            .column("organization_id", TEXT, organization(Organization::id), "The id of the account's organization.")
            .column("organization_arn", TEXT, organization(Organization::arn), "The ARN of the organization.")
            .column(
                    "organization_feature_set",
                    TEXT,
                    organization(Organization::featureSetAsString),
                    "Whether the organization has all features or consolidated billing only.")
            .column(
                    "organization_master_account_arn",
                    TEXT,
                    organization(Organization::masterAccountArn),
                    "The ARN of the organization's management account.")
            .column(
                    "organization_master_account_email",
                    TEXT,
                    organization(Organization::masterAccountEmail),
                    "The email address of the organization's management account.")
            .column(
                    "organization_master_account_id",
                    TEXT,
                    organization(Organization::masterAccountId),
                    "The number of the organization's management account.")
            .column(
                    "organization_available_policy_types",
                    JSON,
                    ORGANIZATION.get(organization -> organization.hasAvailablePolicyTypes()
                            ? SdkJson.list(organization.availablePolicyTypes())
                            : null),
                    "The kinds of policies that the organization can use.")
            .column(
                    "title",
                    TEXT,
                    ALIASES.getWith((caller, aliases) -> aliases.isEmpty() ? caller.account() : aliases.get(0)),
                    "The alias of the account, or else its number.")
            .column(
                    "akas",
                    JSON,
                    caller -> Json.array(List.of(Json.text(arn(caller)))),
                    "The ARN of the account in an array.")
            .with(AwsColumns::global)
            .example("The account, its alias and its organization", """
                    select account_id, account_aliases ->> 0 as alias, organization_id from aws_account""")
            .build();

    private AwsAccountTable() {}

    private static ColumnSource<AwsConnection, GetCallerIdentityResponse, String> organization(
            Extractor<Organization, String> extractor) {
        return ORGANIZATION.get(extractor);
    }

    private static String arn(GetCallerIdentityResponse caller) {
        return "arn:" + AwsColumns.partition(caller) + ":::" + caller.account();
    }
}
