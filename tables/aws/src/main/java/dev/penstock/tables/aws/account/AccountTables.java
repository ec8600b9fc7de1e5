package dev.penstock.tables.aws.account;

import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsConnection;
import java.util.Map;
import java.util.function.Supplier;

/** The list of the tables about the account; a new table is one more line. */
public final class AccountTables {
    /** By name; a definition is made when it is first asked for. */
    public static final Map<String, Supplier<Table<AwsConnection>>> ALL = Map.ofEntries(
            Map.entry("aws_accessanalyzer_analyzer", () -> AwsAccessanalyzerAnalyzerTable.TABLE),
            Map.entry("aws_accessanalyzer_finding", () -> AwsAccessanalyzerFindingTable.TABLE),
            Map.entry("aws_account", () -> AwsAccountTable.TABLE),
            Map.entry("aws_account_alternate_contact", () -> AwsAccountAlternateContactTable.TABLE),
            Map.entry("aws_account_contact", () -> AwsAccountContactTable.TABLE),
            Map.entry("aws_organizations_account", () -> AwsOrganizationsAccountTable.TABLE),
            Map.entry("aws_sts_caller_identity", () -> AwsStsCallerIdentityTable.TABLE));

    private AccountTables() {}
}
