package dev.penstock.tables.aws.account;

import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsConnection;
import java.util.List;

/** The list of the tables about the account; a new table is one more line. */
public final class AccountTables {
    /** In alphabetical order. */
    public static final List<Table<AwsConnection>> ALL = List.of(
            AwsAccessanalyzerAnalyzerTable.TABLE,
            AwsAccessanalyzerFindingTable.TABLE,
            AwsAccountTable.TABLE,
            AwsAccountAlternateContactTable.TABLE,
            AwsAccountContactTable.TABLE,
            AwsStsCallerIdentityTable.TABLE);

    private AccountTables() {}
}
