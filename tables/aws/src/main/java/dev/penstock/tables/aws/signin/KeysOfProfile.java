package dev.penstock.tables.aws.signin;

import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** The keys that stand in a profile, whatever else it says. */
record KeysOfProfile(Supplier<ProfileFile> files, String name) implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        Profile profile = files.get().profile(name).orElseThrow(this::incomplete);
        String key = property(profile, ProfileProperty.AWS_ACCESS_KEY_ID);
        String secret = property(profile, ProfileProperty.AWS_SECRET_ACCESS_KEY);
        return profile.property(ProfileProperty.AWS_SESSION_TOKEN)
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(key, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(key, secret));
    }

    private String property(Profile profile, String property) {
        return profile.property(property).orElseThrow(this::incomplete);
    }

    private SignInException incomplete() {
        return SignInException.none(
                "the profile \"" + name + "\" lacks aws_access_key_id or aws_secret_access_key",
                "mend the profile or sign in",
                null);
    }
}
