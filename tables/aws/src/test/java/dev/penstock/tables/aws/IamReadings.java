package dev.penstock.tables.aws;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;

/** One reading of each IAM action that the tables use, over names that the demo estate has too. */
final class IamReadings {
    private static final String ROLE = "web-server";
    private static final String POLICY = "arn:aws:iam::123456789012:policy/platform/DeployRelease";
    private static final String USER = "arn:aws:iam::123456789012:user/engineering/alice";
    private static final String PROVIDERS = "arn:aws:iam::123456789012:";

    /** What reads, by operation. */
    static final Map<String, Function<IamClient, SdkPojo>> CALLS = calls();

    private IamReadings() {}

    private static Map<String, Function<IamClient, SdkPojo>> calls() {
        var calls = new TreeMap<String, Function<IamClient, SdkPojo>>();
        calls.put("ListUsers", IamClient::listUsers);
        calls.put("GetUser", iam -> iam.getUser(r -> r.userName("alice")));
        calls.put("GetLoginProfile", iam -> iam.getLoginProfile(r -> r.userName("alice")));
        calls.put("ListMFADevices", iam -> iam.listMFADevices(r -> r.userName("jonas")));
        calls.put("ListAccessKeys", iam -> iam.listAccessKeys(r -> r.userName("jonas")));
        calls.put("GetAccessKeyLastUsed", IamReadings::lastUsed);
        calls.put("ListGroups", IamClient::listGroups);
        calls.put("GetGroup", iam -> iam.getGroup(r -> r.groupName("developers")));
        calls.put("ListGroupsForUser", iam -> iam.listGroupsForUser(r -> r.userName("jonas")));
        calls.put("ListAttachedUserPolicies", iam -> iam.listAttachedUserPolicies(r -> r.userName("auditor")));
        calls.put("ListAttachedGroupPolicies", iam -> iam.listAttachedGroupPolicies(r -> r.groupName("developers")));
        calls.put("ListAttachedRolePolicies", iam -> iam.listAttachedRolePolicies(r -> r.roleName(ROLE)));
        calls.put("ListUserPolicies", iam -> iam.listUserPolicies(r -> r.userName("farida")));
        calls.put("ListGroupPolicies", iam -> iam.listGroupPolicies(r -> r.groupName("developers")));
        calls.put("ListRolePolicies", iam -> iam.listRolePolicies(r -> r.roleName(ROLE)));
        calls.put(
                "GetUserPolicy",
                iam -> iam.getUserPolicy(r -> r.userName("farida").policyName("temporary-everything")));
        calls.put(
                "GetGroupPolicy",
                iam -> iam.getGroupPolicy(r -> r.groupName("developers").policyName("read-logs")));
        calls.put(
                "GetRolePolicy", iam -> iam.getRolePolicy(r -> r.roleName(ROLE).policyName("send-mail")));
        calls.put("ListRoles", IamClient::listRoles);
        calls.put("GetRole", iam -> iam.getRole(r -> r.roleName(ROLE)));
        calls.put("ListInstanceProfiles", IamClient::listInstanceProfiles);
        calls.put("ListInstanceProfilesForRole", iam -> iam.listInstanceProfilesForRole(r -> r.roleName(ROLE)));
        calls.put("GetInstanceProfile", iam -> iam.getInstanceProfile(r -> r.instanceProfileName(ROLE)));
        calls.put("ListInstanceProfileTags", iam -> iam.listInstanceProfileTags(r -> r.instanceProfileName(ROLE)));
        calls.put("ListPolicies", iam -> iam.listPolicies(r -> r.scope(PolicyScopeType.LOCAL)));
        calls.put("GetPolicy", iam -> iam.getPolicy(r -> r.policyArn(POLICY)));
        calls.put(
                "GetPolicyVersion",
                iam -> iam.getPolicyVersion(r -> r.policyArn(POLICY).versionId("v2")));
        calls.put("ListEntitiesForPolicy", iam -> iam.listEntitiesForPolicy(r -> r.policyArn(POLICY)));
        calls.put(
                "GetAccountAuthorizationDetails",
                iam -> iam.getAccountAuthorizationDetails(r ->
                        r.filter(EntityType.USER, EntityType.ROLE, EntityType.GROUP, EntityType.LOCAL_MANAGED_POLICY)));
        calls.put("ListServerCertificates", IamClient::listServerCertificates);
        calls.put("GetServerCertificate", iam -> iam.getServerCertificate(r -> r.serverCertificateName("shop")));
        calls.put("ListSAMLProviders", IamClient::listSAMLProviders);
        calls.put(
                "GetSAMLProvider",
                iam -> iam.getSAMLProvider(r -> r.samlProviderArn(PROVIDERS + "saml-provider/staff-directory")));
        calls.put("ListOpenIDConnectProviders", IamClient::listOpenIDConnectProviders);
        calls.put(
                "GetOpenIDConnectProvider",
                iam -> iam.getOpenIDConnectProvider(r ->
                        r.openIDConnectProviderArn(PROVIDERS + "oidc-provider/token.actions.githubusercontent.com")));
        calls.put("ListVirtualMFADevices", IamClient::listVirtualMFADevices);
        calls.put("ListMFADeviceTags", iam -> iam.listMFADeviceTags(r -> r.serialNumber(PROVIDERS + "mfa/spare")));
        calls.put("ListServiceSpecificCredentials", iam -> iam.listServiceSpecificCredentials(r -> r.allUsers(true)));
        calls.put("GenerateCredentialReport", IamClient::generateCredentialReport);
        calls.put("GetAccountPasswordPolicy", IamClient::getAccountPasswordPolicy);
        calls.put("GetAccountSummary", IamClient::getAccountSummary);
        calls.put("ListAccountAliases", IamClient::listAccountAliases);
        calls.put(
                "SimulatePrincipalPolicy",
                iam -> iam.simulatePrincipalPolicy(r -> r.policySourceArn(USER).actionNames("s3:GetObject")));
        calls.put(
                "GenerateServiceLastAccessedDetails", iam -> iam.generateServiceLastAccessedDetails(r -> r.arn(USER)));
        calls.put("GetServiceLastAccessedDetails", IamReadings::lastAccessed);
        calls.put("GetCredentialReport", IamReadings::report);
        return calls;
    }

    private static SdkPojo lastUsed(IamClient iam) {
        String key = iam.listAccessKeys(r -> r.userName("jonas"))
                .accessKeyMetadata()
                .get(0)
                .accessKeyId();
        return iam.getAccessKeyLastUsed(r -> r.accessKeyId(key));
    }

    private static SdkPojo lastAccessed(IamClient iam) {
        String job = iam.generateServiceLastAccessedDetails(r -> r.arn(USER)).jobId();
        iam.getServiceLastAccessedDetails(r -> r.jobId(job));
        return iam.getServiceLastAccessedDetails(r -> r.jobId(job));
    }

    private static SdkPojo report(IamClient iam) {
        for (int i = 0; i < 4; i++) {
            iam.generateCredentialReport();
        }
        return iam.getCredentialReport();
    }
}
