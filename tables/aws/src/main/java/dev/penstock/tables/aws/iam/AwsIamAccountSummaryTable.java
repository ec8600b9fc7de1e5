package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.BIGINT;
import static dev.penstock.spi.table.ColumnType.BOOLEAN;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One row of counts and quotas of the account, and what the root user has. */
final class AwsIamAccountSummaryTable {
    private static final ListCall<AwsConnection, Map<String, Long>> GET_SUMMARY =
            ListCall.whole("iam:GetAccountSummary", (AwsConnection aws) -> List.of(summary(aws)));

    /** The same call for who only wants to know how much there is. */
    static final RowCall<AwsConnection, Object, Map<String, Long>> COUNTS = RowCall.of(GET_SUMMARY.operation());

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_account_summary")
            .describedAs("How much of IAM the account uses, its quotas, and what the root user has.")
            .rowsFrom(GET_SUMMARY)
            .column(
                    "access_keys_per_user_quota",
                    BIGINT,
                    count("AccessKeysPerUserQuota"),
                    "How many access keys a user can have.")
            .column(
                    "account_access_keys_present",
                    BIGINT,
                    count("AccountAccessKeysPresent"),
                    "One if the root user has access keys, else zero.")
            .column(
                    "account_mfa_enabled",
                    BOOLEAN,
                    flag("AccountMFAEnabled"),
                    "Whether the root user has an MFA device.")
            .column(
                    "account_password_present",
                    BOOLEAN,
                    flag("AccountPasswordPresent"),
                    "Whether the root user has a password.")
            .column(
                    "account_signing_certificates_present",
                    BIGINT,
                    count("AccountSigningCertificatesPresent"),
                    "One if the root user has signing certificates, else zero.")
            .column(
                    "assume_role_policy_size_quota",
                    BIGINT,
                    count("AssumeRolePolicySizeQuota"),
                    "How many characters a trust policy can have.")
            .column(
                    "attached_policies_per_group_quota",
                    BIGINT,
                    count("AttachedPoliciesPerGroupQuota"),
                    "How many managed policies a group can have.")
            .column(
                    "attached_policies_per_role_quota",
                    BIGINT,
                    count("AttachedPoliciesPerRoleQuota"),
                    "How many managed policies a role can have.")
            .column(
                    "attached_policies_per_user_quota",
                    BIGINT,
                    count("AttachedPoliciesPerUserQuota"),
                    "How many managed policies a user can have.")
            .column(
                    "global_endpoint_token_version",
                    BIGINT,
                    count("GlobalEndpointTokenVersion"),
                    "The version of the session tokens that the global STS endpoint gives out.")
            .column(
                    "group_policy_size_quota",
                    BIGINT,
                    count("GroupPolicySizeQuota"),
                    "How many characters the embedded policies of a group can have.")
            .column("groups", BIGINT, count("Groups"), "How many groups there are.")
            .column("groups_per_user_quota", BIGINT, count("GroupsPerUserQuota"), "In how many groups a user can be.")
            .column("groups_quota", BIGINT, count("GroupsQuota"), "How many groups there can be.")
            .column("instance_profiles", BIGINT, count("InstanceProfiles"), "How many instance profiles there are.")
            .column(
                    "instance_profiles_quota",
                    BIGINT,
                    count("InstanceProfilesQuota"),
                    "How many instance profiles there can be.")
            .column("mfa_devices", BIGINT, count("MFADevices"), "How many MFA devices there are, assigned or not.")
            .column("mfa_devices_in_use", BIGINT, count("MFADevicesInUse"), "How many MFA devices are assigned.")
            .column("policies", BIGINT, count("Policies"), "How many customer managed policies there are.")
            .column(
                    "policies_quota",
                    BIGINT,
                    count("PoliciesQuota"),
                    "How many customer managed policies there can be.")
            .column(
                    "policy_size_quota",
                    BIGINT,
                    count("PolicySizeQuota"),
                    "How many characters a customer managed policy can have.")
            .column(
                    "policy_versions_in_use",
                    BIGINT,
                    count("PolicyVersionsInUse"),
                    "How many versions of customer managed policies there are.")
            .column(
                    "policy_versions_in_use_quota",
                    BIGINT,
                    count("PolicyVersionsInUseQuota"),
                    "How many versions of customer managed policies there can be.")
            .column("providers", BIGINT, count("Providers"), "How many providers of identities there are.")
            .column(
                    "role_policy_size_quota",
                    BIGINT,
                    count("RolePolicySizeQuota"),
                    "How many characters the embedded policies of a role can have.")
            .column("roles", BIGINT, count("Roles"), "How many roles there are.")
            .column("roles_quota", BIGINT, count("RolesQuota"), "How many roles there can be.")
            .column(
                    "server_certificates",
                    BIGINT,
                    count("ServerCertificates"),
                    "How many server certificates there are.")
            .column(
                    "server_certificates_quota",
                    BIGINT,
                    count("ServerCertificatesQuota"),
                    "How many server certificates there can be.")
            .column(
                    "signing_certificates_per_user_quota",
                    BIGINT,
                    count("SigningCertificatesPerUserQuota"),
                    "How many signing certificates a user can have.")
            .column(
                    "user_policy_size_quota",
                    BIGINT,
                    count("UserPolicySizeQuota"),
                    "How many characters the embedded policies of a user can have.")
            .column("users", BIGINT, count("Users"), "How many users there are.")
            .column("users_quota", BIGINT, count("UsersQuota"), "How many users there can be.")
            .column(
                    "versions_per_policy_quota",
                    BIGINT,
                    count("VersionsPerPolicyQuota"),
                    "How many versions a customer managed policy can have.")
            .with(AwsColumns::global)
            .example("How much there is, and whether root is protected", """
                    select users, roles, policies, account_mfa_enabled from aws_iam_account_summary""")
            .build();

    private AwsIamAccountSummaryTable() {}

    private static Map<String, Long> summary(AwsConnection aws) {
        var counts = new HashMap<String, Long>();
        aws.iam().getAccountSummary().summaryMapAsStrings().forEach((key, value) -> counts.put(key, value.longValue()));
        return Map.copyOf(counts);
    }

    /** A count that the service does not tell is none. */
    private static Extractor<Map<String, Long>, Long> count(String key) {
        return summary -> summary.getOrDefault(key, 0L);
    }

    private static Extractor<Map<String, Long>, Boolean> flag(String key) {
        return summary -> summary.getOrDefault(key, 0L) == 1;
    }
}
