package dev.penstock.tables.aws.iam;

import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsConnection;
import java.util.Map;
import java.util.function.Supplier;

/** The list of the tables of IAM; a new table is one more line. */
public final class IamTables {
    /** By name; a definition is made when it is first asked for. */
    public static final Map<String, Supplier<Table<AwsConnection>>> ALL = Map.ofEntries(
            Map.entry("aws_iam_access_advisor", () -> AwsIamAccessAdvisorTable.TABLE),
            Map.entry("aws_iam_access_key", () -> AwsIamAccessKeyTable.TABLE),
            Map.entry("aws_iam_account_password_policy", () -> AwsIamAccountPasswordPolicyTable.TABLE),
            Map.entry("aws_iam_account_summary", () -> AwsIamAccountSummaryTable.TABLE),
            Map.entry("aws_iam_credential_report", () -> AwsIamCredentialReportTable.TABLE),
            Map.entry("aws_iam_group", () -> AwsIamGroupTable.TABLE),
            Map.entry("aws_iam_instance_profile", () -> AwsIamInstanceProfileTable.TABLE),
            Map.entry("aws_iam_open_id_connect_provider", () -> AwsIamOpenIdConnectProviderTable.TABLE),
            Map.entry("aws_iam_policy", () -> AwsIamPolicyTable.TABLE),
            Map.entry("aws_iam_policy_attachment", () -> AwsIamPolicyAttachmentTable.TABLE),
            Map.entry("aws_iam_policy_simulator", () -> AwsIamPolicySimulatorTable.TABLE),
            Map.entry("aws_iam_role", () -> AwsIamRoleTable.TABLE),
            Map.entry("aws_iam_saml_provider", () -> AwsIamSamlProviderTable.TABLE),
            Map.entry("aws_iam_server_certificate", () -> AwsIamServerCertificateTable.TABLE),
            Map.entry("aws_iam_service_specific_credential", () -> AwsIamServiceSpecificCredentialTable.TABLE),
            Map.entry("aws_iam_user", () -> AwsIamUserTable.TABLE),
            Map.entry("aws_iam_virtual_mfa_device", () -> AwsIamVirtualMfaDeviceTable.TABLE));

    /** How many users, groups, roles, policies and so on there are. */
    public static RowCall<AwsConnection, ?, Map<String, Long>> counts() {
        return AwsIamAccountSummaryTable.COUNTS;
    }

    private IamTables() {}
}
