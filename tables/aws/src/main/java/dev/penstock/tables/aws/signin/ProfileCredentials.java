package dev.penstock.tables.aws.signin;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** The credentials that a profile of the AWS configuration stands for. */
final class ProfileCredentials {
    private static final Set<String> HOLDS = Set.of(
            ProfileProperty.AWS_ACCESS_KEY_ID,
            ProfileProperty.ROLE_ARN,
            ProfileProperty.CREDENTIAL_PROCESS,
            ProfileProperty.SSO_START_URL,
            ProfileProperty.LOGIN_SESSION,
            "sso_session");
    private static final Pattern EXIT_CODE = Pattern.compile("exit value \\((-?\\d+)\\)");
    private static final String MEND = "mend the profile or sign in; --demo needs no credentials";

    private final SignIn places;
    private final Supplier<ProfileFile> files;
    private final String name;
    private final Set<String> path;

    /**
     * A profile.
     *
     * @param places where credentials of other places come from
     * @param before the profiles whose source it is
     */
    ProfileCredentials(SignIn places, Supplier<ProfileFile> files, String name, Set<String> before) {
        this.places = places;
        this.files = files;
        this.name = name;
        this.path = new HashSet<>(before);
        path.add(name);
    }

    /** Whether a profile is a role that is assumed with other credentials. */
    static boolean assumesRole(Profile profile) {
        return profile.property(ProfileProperty.ROLE_ARN).isPresent()
                && (profile.property(ProfileProperty.SOURCE_PROFILE).isPresent()
                        || profile.property(ProfileProperty.CREDENTIAL_SOURCE).isPresent());
    }

    AwsCredentialsProvider provider() {
        Profile profile = files.get()
                .profile(name)
                .orElseThrow(() -> SignInException.none(
                        "the profile \"" + name + "\" is not in the AWS configuration",
                        "\"aws configure list-profiles\" lists what is there; --demo needs no credentials",
                        null));
        if (assumesRole(profile)) {
            return places.role(source(profile), role(profile));
        }
        Optional<String> tokenFile = profile.property(ProfileProperty.WEB_IDENTITY_TOKEN_FILE);
        Optional<String> roleArn = profile.property(ProfileProperty.ROLE_ARN);
        if (tokenFile.isPresent() && roleArn.isPresent()) {
            return places.webIdentity(
                    tokenFile.get(), roleArn.get(), profile.property(ProfileProperty.ROLE_SESSION_NAME));
        }
        if (HOLDS.stream().noneMatch(key -> profile.property(key).isPresent())) {
            return places.machine("the profile \"" + name + "\" holds no credentials");
        }
        return new Place(
                ProfileCredentialsProvider.builder()
                        .profileFile(files)
                        .profileName(name)
                        .build(),
                thrown -> trouble(profile, thrown));
    }

    private AwsCredentialsProvider source(Profile profile) {
        Optional<String> source = profile.property(ProfileProperty.SOURCE_PROFILE);
        if (source.isEmpty()) {
            return machine(profile.property(ProfileProperty.CREDENTIAL_SOURCE).orElseThrow());
        }
        String other = source.get();
        if (other.equals(name)
                && profile.property(ProfileProperty.AWS_ACCESS_KEY_ID).isPresent()) {
            // A profile may be its own source: its keys, not its role.
            return new KeysOfProfile(files, name);
        }
        if (path.contains(other)) {
            throw wrong("the source_profile of \"" + name + "\" leads back to \"" + other + "\"");
        }
        return places.profile(other, path);
    }

    private AwsCredentialsProvider machine(String source) {
        return switch (source) {
            case "Environment" -> places.environment();
            case "EcsContainer" -> places.container();
            case "Ec2InstanceMetadata" -> places.instance();
            default ->
                throw wrong("the profile \"" + name + "\" has the credential_source \"" + source
                        + "\"; there are Environment, EcsContainer and Ec2InstanceMetadata");
        };
    }

    private AssumedRole role(Profile profile) {
        return new AssumedRole(
                profile.property(ProfileProperty.ROLE_ARN).orElseThrow(),
                profile.property(ProfileProperty.ROLE_SESSION_NAME).orElse(null),
                profile.property(ProfileProperty.EXTERNAL_ID).orElse(null),
                profile.property(ProfileProperty.MFA_SERIAL).orElse(null),
                profile.property(ProfileProperty.DURATION_SECONDS)
                        .map(this::seconds)
                        .orElse(null));
    }

    private Integer seconds(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw wrong("the profile \"" + name + "\" has a duration_seconds that is no number");
        }
    }

    private static SignInException wrong(String what) {
        return SignInException.none(what, MEND, null);
    }

    /** Of a program only how it ended is told: what it wrote may be secret, and stands in the SDK's exceptions. */
    private SignInException trouble(Profile profile, RuntimeException thrown) {
        String message = "the profile \"" + name + "\" gave no credentials";
        if (profile.property(ProfileProperty.CREDENTIAL_PROCESS).isPresent()) {
            return SignInException.none(message + ": its credential_process " + ending(thrown), MEND, null);
        }
        if (SsoTrouble.isSso(profile) && SsoTrouble.isOver(thrown)) {
            return new SignInException(
                    "ExpiredSso",
                    "the sign-on of the profile \"" + name + "\" has expired",
                    "run \"aws sso login --profile " + name + "\"",
                    null);
        }
        return SignInException.none(message, MEND, thrown);
    }

    private static String ending(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Matcher code = EXIT_CODE.matcher(String.valueOf(cause.getMessage()));
            if (code.find()) {
                return "ended with exit code " + code.group(1);
            }
        }
        return "could not be run, or wrote no credentials that have time left";
    }
}
