package dev.penstock.tables.aws.account;

import static dev.penstock.spi.error.Failure.NOT_FOUND;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;

import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import java.util.List;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** One row: the account, its alias, and the organization that it is in. */
final class AwsAccountTable {
    /** Always one item: an account has one alias at most, and stays an account without. */
    private static final ListCall<AwsConnection, List<String>> LIST_ALIASES = ListCall.whole(
            "iam:ListAccountAliases",
            (AwsConnection aws) -> List.of(aws.iam().listAccountAliases().accountAliases()));

    private static final RowCall<AwsConnection, List<String>, Organization> ORGANIZATION =
            RowCall.<AwsConnection, List<String>, Organization>once(
                            "organizations:DescribeOrganization",
                            aws -> aws.organizations().describeOrganization().organization())
                    .nullOn(NOT_FOUND);

    static final Table<AwsConnection> TABLE = Table.named("aws_account")
            .describedAs("The AWS account behind the connection.")
            .rowsFrom(LIST_ALIASES)
            .column("account_aliases", JSON, SdkJson::list, "The alias of the account in an array.")
            .column(
                    "arn",
                    TEXT,
                    AwsColumns.caller((aliases, caller) -> arn(caller)),
                    "The ARN of the account, arn:<partition>:::<account>.")
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
                    AwsColumns.caller((aliases, caller) -> aliases.isEmpty() ? caller.account() : aliases.get(0)),
                    "The alias of the account, or else its number.")
            .column(
                    "akas",
                    JSON,
                    AwsColumns.caller((aliases, caller) -> Json.array(List.of(Json.text(arn(caller))))),
                    "The ARN of the account in an array.")
            .with(AwsColumns::global)
            .example("The account, its alias and its organization", """
                    select account_id, account_aliases ->> 0 as alias, organization_id from aws_account""")
            .build();

    private AwsAccountTable() {}

    private static ColumnSource<AwsConnection, List<String>, String> organization(
            Extractor<Organization, String> extractor) {
        return ORGANIZATION.get(extractor);
    }

    private static String arn(GetCallerIdentityResponse caller) {
        return "arn:" + AwsColumns.partition(caller) + ":::" + caller.account();
    }
}
