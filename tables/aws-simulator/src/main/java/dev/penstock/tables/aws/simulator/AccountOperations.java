package dev.penstock.tables.aws.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operations on the account as a whole, and on the caller. */
final class AccountOperations {
    private static final int USERS_QUOTA = 5000;

    private AccountOperations() {}

    static void getCallerIdentity(ApiCall call, XmlText result) {
        result.element("Arn", call.caller().arn())
                .element("UserId", call.caller().userId())
                .element("Account", call.accountId());
    }

    static void listAccountAliases(ApiCall call, XmlText result) {
        List<String> aliases = call.estate().alias().stream().toList();
        Members.texts(result, "AccountAliases", call.paging().cutWhole(aliases));
    }

    static void getAccountSummary(ApiCall call, XmlText result) {
        result.open("SummaryMap");
        summary(call.estate())
                .forEach((key, value) -> result.open("entry")
                        .element("key", key)
                        .element("value", String.valueOf(value))
                        .close("entry"));
        result.close("SummaryMap");
    }

    /** Counts of what there is, and the quotas of a new account. An estate holds no roles and no certificates. */
    private static Map<String, Integer> summary(Estate estate) {
        List<IamUser> users = estate.allUsers();
        int mfaDevices =
                users.stream().mapToInt(user -> user.mfaDevices().size()).sum();
        int rootMfa = estate.root().mfaEnabled() ? 1 : 0;
        var summary = new LinkedHashMap<String, Integer>();
        summary.put("Users", users.size());
        summary.put("UsersQuota", Math.max(USERS_QUOTA, users.size()));
        summary.put("Groups", estate.groupCount());
        summary.put("GroupsQuota", 300);
        summary.put("Roles", 0);
        summary.put("RolesQuota", 1000);
        summary.put("Policies", ownPolicies(estate, users));
        summary.put("PoliciesQuota", 1500);
        summary.put("InstanceProfiles", 0);
        summary.put("InstanceProfilesQuota", 1000);
        summary.put("ServerCertificates", 0);
        summary.put("ServerCertificatesQuota", 20);
        summary.put("MFADevices", mfaDevices + rootMfa);
        summary.put("MFADevicesInUse", mfaDevices + rootMfa);
        summary.put("AccountMFAEnabled", rootMfa);
        summary.put("AccountAccessKeysPresent", estate.root().hasAccessKeys() ? 1 : 0);
        summary.put("AccountPasswordPresent", 1);
        summary.put("AccountSigningCertificatesPresent", 0);
        summary.put("Providers", 0);
        summary.put("AccessKeysPerUserQuota", IamRules.KEYS_PER_USER);
        summary.put("GroupsPerUserQuota", 10);
        summary.put("SigningCertificatesPerUserQuota", 2);
        summary.put("AttachedPoliciesPerUserQuota", 10);
        summary.put("AttachedPoliciesPerGroupQuota", 10);
        summary.put("AttachedPoliciesPerRoleQuota", 10);
        summary.put("UserPolicySizeQuota", 2048);
        summary.put("GroupPolicySizeQuota", 5120);
        summary.put("RolePolicySizeQuota", 10240);
        summary.put("PolicySizeQuota", 6144);
        summary.put("AssumeRolePolicySizeQuota", 2048);
        summary.put("VersionsPerPolicyQuota", 5);
        summary.put("GlobalEndpointTokenVersion", 1);
        return summary;
    }

    /** The account's own policies are known by their use only. */
    private static int ownPolicies(Estate estate, List<IamUser> users) {
        String own = "arn:aws:iam::" + estate.accountId() + ":policy/";
        return (int) users.stream()
                .flatMap(user -> Stream.concat(user.attachedPolicies().stream(), Stream.ofNullable(user.boundary())))
                .filter(arn -> arn.startsWith(own))
                .distinct()
                .count();
    }
}
