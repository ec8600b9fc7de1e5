package dev.penstock.tables.aws.iam;

import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsConnection;
import java.util.List;

/** The list of the tables of IAM; a new table is one more line. */
public final class IamTables {
    /** In alphabetical order. */
    public static final List<Table<AwsConnection>> ALL = List.of(AwsIamAccessKeyTable.TABLE, AwsIamUserTable.TABLE);

    private IamTables() {}
}
