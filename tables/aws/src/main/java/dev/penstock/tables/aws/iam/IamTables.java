package dev.penstock.tables.aws.iam;

import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsConnection;
import java.util.List;
import java.util.Map;

/** The list of the tables of IAM; a new table is one more line. */
public final class IamTables {
    /** In alphabetical order. */
    public static final List<Table<AwsConnection>> ALL = List.of(
            AwsIamAccessAdvisorTable.TABLE,
            AwsIamAccessKeyTable.TABLE,
            AwsIamAccountPasswordPolicyTable.TABLE,
            AwsIamAccountSummaryTable.TABLE,
            AwsIamCredentialReportTable.TABLE,
            AwsIamGroupTable.TABLE,
            AwsIamInstanceProfileTable.TABLE,
            AwsIamOpenIdConnectProviderTable.TABLE,
            AwsIamPolicyTable.TABLE,
            AwsIamPolicyAttachmentTable.TABLE,
            AwsIamPolicySimulatorTable.TABLE,
            AwsIamRoleTable.TABLE,
            AwsIamSamlProviderTable.TABLE,
            AwsIamServerCertificateTable.TABLE,
            AwsIamServiceSpecificCredentialTable.TABLE,
            AwsIamUserTable.TABLE,
            AwsIamVirtualMfaDeviceTable.TABLE);

    /** How many users, groups, roles, policies and so on there are. */
    public static final RowCall<AwsConnection, ?, Map<String, Long>> COUNTS = AwsIamAccountSummaryTable.COUNTS;

    private IamTables() {}
}
