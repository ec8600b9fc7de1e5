package dev.penstock.tables.aws.signin;

import dev.penstock.spi.Prompt;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.utils.SystemSetting;

/**
 * Chooses where credentials come from, in the order of the AWS CLI: the first place that is configured counts. What goes
 * wrong there is an error; going on to the next place would sign as somebody else.
 */
public final class SignIn {
    /** The profile that counts where none is named. */
    private static final String DEFAULT_PROFILE = "default";

    private static final String DEMO = "; --demo needs no credentials";

    private final Supplier<ProfileFile> files;
    private final Prompt prompt;
    private final Function<AwsCredentialsProvider, StsClient> sts;

    /**
     * Places to sign in.
     *
     * @param files the profiles of the user
     * @param prompt asks for the code of a second factor
     * @param sts makes a client that assumes roles
     */
    public SignIn(Supplier<ProfileFile> files, Prompt prompt, Function<AwsCredentialsProvider, StsClient> sts) {
        this.files = files;
        this.prompt = prompt;
        this.sts = sts;
    }

    /** What the AWS CLI would use. */
    public AwsCredentialsProvider standard() {
        if (System.getProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property()) != null) {
            return place(
                    SystemPropertyCredentialsProvider.create(), "the keys in the system properties are incomplete");
        }
        if (isSet(SdkSystemSetting.AWS_ACCESS_KEY_ID)) {
            return environment();
        }
        Optional<String> named = ProfileFileSystemSetting.AWS_PROFILE.getNonDefaultStringValue();
        Optional<Profile> profile = files.get().profile(named.orElse(DEFAULT_PROFILE));
        if (profile.filter(ProfileCredentials::assumesRole).isEmpty()
                && isSet(SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE)) {
            return webIdentity(
                    SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE.getStringValueOrThrow(),
                    SdkSystemSetting.AWS_ROLE_ARN
                            .getStringValue()
                            .orElseThrow(() -> SignInException.none(
                                    "AWS_WEB_IDENTITY_TOKEN_FILE is set without AWS_ROLE_ARN", "set both", null)),
                    SdkSystemSetting.AWS_ROLE_SESSION_NAME.getStringValue());
        }
        return profile.isPresent() || named.isPresent() ? profile(named.orElse(DEFAULT_PROFILE)) : machine("");
    }

    /** What a profile says. */
    public AwsCredentialsProvider profile(String name) {
        return profile(name, Set.of());
    }

    AwsCredentialsProvider profile(String name, Set<String> before) {
        return new ProfileCredentials(this, files, name, before).provider();
    }

    /** A role that is assumed with the credentials of another place. */
    public AwsCredentialsProvider role(AwsCredentialsProvider source, AssumedRole role) {
        var provider = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts.apply(source))
                .refreshRequest(() -> role.request(prompt))
                .build();
        return new Place(
                provider,
                thrown -> SignInException.none(
                        "the role " + role.arn() + " can't be assumed", "see whom its trust policy lets in", thrown));
    }

    /** A role that is assumed with the token of another identity provider, read anew each time. */
    AwsCredentialsProvider webIdentity(String tokenFile, String roleArn, Optional<String> sessionName) {
        var provider = StsWebIdentityTokenFileCredentialsProvider.builder()
                .stsClient(sts.apply(AnonymousCredentialsProvider.create()))
                .webIdentityTokenFile(Path.of(tokenFile))
                .roleArn(roleArn)
                .roleSessionName(sessionName.orElse(AssumedRole.SESSION))
                .build();
        return new Place(
                provider,
                thrown -> SignInException.none(
                        "the role " + roleArn + " can't be assumed with the token in " + tokenFile,
                        "see whether the token has expired, and whom the role's trust policy lets in",
                        thrown));
    }

    /** The keys of the environment. */
    AwsCredentialsProvider environment() {
        return place(EnvironmentVariableCredentialsProvider.create(), "the keys in the environment are incomplete");
    }

    /** The role of the container. */
    AwsCredentialsProvider container() {
        return place(ContainerCredentialsProvider.builder().build(), "the container's role gave no credentials");
    }

    /** The role of the instance. */
    AwsCredentialsProvider instance() {
        return place(InstanceProfileCredentialsProvider.create(), "the instance's role gave no credentials");
    }

    /**
     * The role of the container or of the instance that this is.
     *
     * @param before what was found to hold nothing, as the beginning of a sentence; empty for every other place
     */
    AwsCredentialsProvider machine(String before) {
        if (isSet(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI)
                || isSet(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI)) {
            return container();
        }
        return new Place(
                InstanceProfileCredentialsProvider.create(),
                thrown -> before.isEmpty()
                        ? SignInException.none(
                                "no credentials were found in the environment, the AWS configuration files and profiles,"
                                        + " web identity, or a container's or instance's role",
                                "set AWS_PROFILE or sign in" + DEMO,
                                null)
                        : SignInException.none(
                                before + ", and this machine has no role", "mend the profile or sign in" + DEMO, null));
    }

    private static Place place(AwsCredentialsProvider provider, String trouble) {
        return new Place(provider, thrown -> SignInException.none(trouble, "mend it or sign in" + DEMO, thrown));
    }

    private static boolean isSet(SystemSetting setting) {
        return setting.getNonDefaultStringValue()
                .filter(value -> !value.isEmpty())
                .isPresent();
    }
}
