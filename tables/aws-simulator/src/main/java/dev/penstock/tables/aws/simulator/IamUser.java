package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as it stands at one moment; a change to the estate makes a new one.
 *
 * @param name unique within the account, whatever the case
 * @param path begins and ends with a slash
 * @param id unique identifier beginning with {@code AIDA}, never given out twice
 * @param created when the user was made
 * @param keys at most two, oldest first
 * @param loginProfile console password; null when there is none
 * @param mfaDevices second factors
 * @param groups names of the groups that the user is in
 * @param inlinePolicies embedded policies
 * @param attachedPolicies ARNs of managed policies
 * @param serviceCredentials user names and passwords for single services
 * @param tags labels in the order they were given
 * @param boundary ARN of the permissions boundary; null when there is none
 */
public record IamUser(
        String name,
        String path,
        String id,
        Instant created,
        List<AccessKey> keys,
        @Nullable LoginProfile loginProfile,
        List<MfaDevice> mfaDevices,
        List<String> groups,
        List<InlinePolicy> inlinePolicies,
        List<String> attachedPolicies,
        List<ServiceCredential> serviceCredentials,
        List<Tag> tags,
        @Nullable String boundary)
        implements PolicyHolder {

    /** Copies the lists. */
    public IamUser {
        keys = List.copyOf(keys);
        mfaDevices = List.copyOf(mfaDevices);
        groups = List.copyOf(groups);
        inlinePolicies = List.copyOf(inlinePolicies);
        attachedPolicies = List.copyOf(attachedPolicies);
        serviceCredentials = List.copyOf(serviceCredentials);
        tags = List.copyOf(tags);
    }

    /**
     * The ARN of the user.
     *
     * @param accountId the account that holds it
     */
    public String arn(String accountId) {
        return "arn:aws:iam::" + accountId + ":user" + path + name;
    }

    /** How many keys can sign requests. */
    public int activeKeys() {
        return (int) keys.stream().filter(AccessKey::active).count();
    }

    IamUser withNameAndPath(String newName, String newPath) {
        return new IamUser(
                newName,
                newPath,
                id,
                created,
                keys,
                loginProfile,
                mfaDevices,
                groups,
                inlinePolicies,
                attachedPolicies,
                serviceCredentials,
                tags,
                boundary);
    }

    IamUser withKeys(List<AccessKey> newKeys) {
        return new IamUser(
                name,
                path,
                id,
                created,
                newKeys,
                loginProfile,
                mfaDevices,
                groups,
                inlinePolicies,
                attachedPolicies,
                serviceCredentials,
                tags,
                boundary);
    }
}
