package dev.penstock.tables.aws.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    static void getAccountPasswordPolicy(ApiCall call, XmlText result) {
        PasswordPolicy policy = call.held().passwordPolicy;
        if (policy == null) {
            throw IamException.noSuchEntity(
                    "The Password Policy with domain name " + call.accountId() + " cannot be found.");
        }
        var xml = new XmlText()
                .element("MinimumPasswordLength", String.valueOf(policy.minimumLength()))
                .element("RequireSymbols", policy.symbols())
                .element("RequireNumbers", policy.numbers())
                .element("RequireUppercaseCharacters", policy.upperCase())
                .element("RequireLowercaseCharacters", policy.lowerCase())
                .element("AllowUsersToChangePassword", true)
                .element("ExpirePasswords", policy.maxAgeDays() != null);
        if (policy.maxAgeDays() != null) {
            xml.element("MaxPasswordAge", String.valueOf(policy.maxAgeDays()));
        }
        if (policy.reusePrevention() != null) {
            xml.element("PasswordReusePrevention", String.valueOf(policy.reusePrevention()));
        }
        if (policy.hardExpiry() != null) {
            xml.element("HardExpiry", policy.hardExpiry());
        }
        result.element("PasswordPolicy", xml);
    }

    /** Counts of what there is, and the quotas of a new account. */
    private static Map<String, Integer> summary(Estate estate) {
        List<IamUser> users = estate.allUsers();
        int mfaDevices =
                users.stream().mapToInt(user -> user.mfaDevices().size()).sum();
        int rootMfa = estate.root().mfaEnabled() ? 1 : 0;
        var summary = new LinkedHashMap<String, Integer>();
        summary.put("Users", users.size());
        summary.put("UsersQuota", Math.max(USERS_QUOTA, users.size()));
        summary.put("Groups", estate.held().groups.count());
        summary.put("GroupsQuota", 300);
        summary.put("Roles", estate.held().roles.count());
        summary.put("RolesQuota", 1000);
        summary.put("Policies", ownPolicies(estate));
        summary.put("PoliciesQuota", 1500);
        summary.put("InstanceProfiles", estate.held().instanceProfiles.count());
        summary.put("InstanceProfilesQuota", 1000);
        summary.put("ServerCertificates", estate.held().serverCertificates.count());
        summary.put("ServerCertificatesQuota", 20);
        summary.put(
                "MFADevices",
                mfaDevices + rootMfa + estate.held().unassignedDevices.count());
        summary.put("MFADevicesInUse", mfaDevices + rootMfa);
        summary.put("AccountMFAEnabled", rootMfa);
        summary.put("AccountAccessKeysPresent", estate.root().hasAccessKeys() ? 1 : 0);
        summary.put("AccountPasswordPresent", 1);
        summary.put("AccountSigningCertificatesPresent", 0);
        summary.put("Providers", estate.held().providers.count());
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
        summary.put("PolicyVersionsInUse", ownPolicies(estate));
        summary.put("PolicyVersionsInUseQuota", 10000);
        summary.put("VersionsPerPolicyQuota", 5);
        summary.put("GlobalEndpointTokenVersion", 1);
        return summary;
    }

    private static int ownPolicies(Estate estate) {
        return (int) estate.held().policies.all().stream()
                .filter(policy -> !policy.isAwsManaged())
                .count();
    }
}
