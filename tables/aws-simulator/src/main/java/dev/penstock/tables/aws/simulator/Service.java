package dev.penstock.tables.aws.simulator;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The services spoken, with the operations of each. */
enum Service {
    IAM("iam", "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/"),
    STS("sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"),
    EC2("ec2", "2016-11-15", "http://ec2.amazonaws.com/doc/2016-11-15/");

    private final String prefix;
    private final String version;
    private final String namespace;

    Service(String prefix, String version, String namespace) {
        this.prefix = prefix;
        this.version = version;
        this.namespace = namespace;
    }

    /** The service of an API version; IAM's also where there is none, so that the error has a form. */
    static Service of(@Nullable String version) {
        return STS.version.equals(version) ? STS : EC2.version.equals(version) ? EC2 : IAM;
    }

    String prefix() {
        return prefix;
    }

    String version() {
        return version;
    }

    String namespace() {
        return namespace;
    }

    Optional<Operation> operation(String name, @Nullable String requestedVersion) {
        if (!version.equals(requestedVersion)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (this) {
                    case IAM -> iam(name);
                    case STS -> sts(name);
                    case EC2 -> ec2(name);
                });
    }

    /** A switch, not a map: only the operations that are asked for are ever linked. */
    private static @Nullable Operation iam(String name) {
        return switch (name) {
            case "ListUsers" -> UserOperations::listUsers;
            case "GetUser" -> UserOperations::getUser;
            case "CreateUser" -> UserOperations::createUser;
            case "UpdateUser" -> UserOperations::updateUser;
            case "DeleteUser" -> UserOperations::deleteUser;
            case "ListUserTags" -> UserOperations::listUserTags;
            case "GetLoginProfile" -> UserOperations::getLoginProfile;
            case "ListMFADevices" -> UserOperations::listMfaDevices;
            case "ListAccessKeys" -> AccessKeyOperations::listAccessKeys;
            case "GetAccessKeyLastUsed" -> AccessKeyOperations::getAccessKeyLastUsed;
            case "CreateAccessKey" -> AccessKeyOperations::createAccessKey;
            case "UpdateAccessKey" -> AccessKeyOperations::updateAccessKey;
            case "DeleteAccessKey" -> AccessKeyOperations::deleteAccessKey;
            case "ListGroups" -> GroupOperations::listGroups;
            case "ListGroupsForUser" -> GroupOperations::listGroupsForUser;
            case "ListAttachedUserPolicies" -> PolicyOperations::listAttachedUserPolicies;
            case "ListUserPolicies" -> PolicyOperations::listUserPolicies;
            case "GetUserPolicy" -> PolicyOperations::getUserPolicy;
            case "ListAttachedGroupPolicies" -> PolicyOperations::listAttachedGroupPolicies;
            case "ListAttachedRolePolicies" -> PolicyOperations::listAttachedRolePolicies;
            case "ListGroupPolicies" -> PolicyOperations::listGroupPolicies;
            case "ListRolePolicies" -> PolicyOperations::listRolePolicies;
            case "GetGroupPolicy" -> PolicyOperations::getGroupPolicy;
            case "GetRolePolicy" -> PolicyOperations::getRolePolicy;
            case "GetGroup" -> GroupOperations::getGroup;
            case "ListRoles" -> RoleOperations::listRoles;
            case "GetRole" -> RoleOperations::getRole;
            case "ListInstanceProfilesForRole" -> RoleOperations::listInstanceProfilesForRole;
            case "ListInstanceProfiles" -> RoleOperations::listInstanceProfiles;
            case "GetInstanceProfile" -> RoleOperations::getInstanceProfile;
            case "ListInstanceProfileTags" -> RoleOperations::listInstanceProfileTags;
            case "ListPolicies" -> ManagedPolicyOperations::listPolicies;
            case "GetPolicy" -> ManagedPolicyOperations::getPolicy;
            case "GetPolicyVersion" -> ManagedPolicyOperations::getPolicyVersion;
            case "ListEntitiesForPolicy" -> ManagedPolicyOperations::listEntitiesForPolicy;
            case "GetAccountAuthorizationDetails" -> AuthorizationDetails::get;
            case "ListServerCertificates" -> CertificateOperations::listServerCertificates;
            case "GetServerCertificate" -> CertificateOperations::getServerCertificate;
            case "ListSAMLProviders" -> ProviderOperations::listSamlProviders;
            case "GetSAMLProvider" -> ProviderOperations::getSamlProvider;
            case "ListOpenIDConnectProviders" -> ProviderOperations::listOpenIdConnectProviders;
            case "GetOpenIDConnectProvider" -> ProviderOperations::getOpenIdConnectProvider;
            case "ListVirtualMFADevices" -> CredentialOperations::listVirtualMfaDevices;
            case "ListMFADeviceTags" -> CredentialOperations::listMfaDeviceTags;
            case "ListServiceSpecificCredentials" -> CredentialOperations::listServiceSpecificCredentials;
            case "SimulatePrincipalPolicy" -> AccessOperations::simulatePrincipalPolicy;
            case "GenerateServiceLastAccessedDetails" -> AccessOperations::generateServiceLastAccessedDetails;
            case "GetServiceLastAccessedDetails" -> AccessOperations::getServiceLastAccessedDetails;
            case "GenerateCredentialReport" -> CredentialOperations::generateCredentialReport;
            case "GetCredentialReport" -> CredentialOperations::getCredentialReport;
            case "GetAccountPasswordPolicy" -> AccountOperations::getAccountPasswordPolicy;
            case "GetAccountSummary" -> AccountOperations::getAccountSummary;
            case "ListAccountAliases" -> AccountOperations::listAccountAliases;
            default -> null;
        };
    }

    private static @Nullable Operation ec2(String name) {
        return switch (name) {
            case "DescribeInstances" -> InstanceOperations::describeInstances;
            case "DescribeInstanceAttribute" -> InstanceOperations::describeInstanceAttribute;
            case "DescribeInstanceStatus" -> InstanceOperations::describeInstanceStatus;
            case "DescribeRegions" -> RegionOperations::describeRegions;
            case "GetLaunchTemplateData" -> InstanceOperations::getLaunchTemplateData;
            default -> null;
        };
    }

    private static @Nullable Operation sts(String name) {
        return switch (name) {
            case "GetCallerIdentity" -> AccountOperations::getCallerIdentity;
            case "AssumeRole" -> RoleSignIn::assumeRole;
            default -> null;
        };
    }
}
