package dev.penstock.tables.aws;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.error.Failure;
import java.util.regex.Pattern;

/**
 * Why there are no credentials to sign with. The SDK tells it as one text of what each place said in which it looked; a
 * profile that the user chose is the place that matters, if it said anything but that there is none.
 */
final class SignInFailure {
    private static final String CHAIN = "Unable to load credentials from any of the providers";
    private static final String PROFILE = ", ProfileCredentialsProvider(profileName=";
    private static final String NEXT = ", ContainerCredentialsProvider(): ";
    private static final Pattern ITSELF = Pattern.compile("\\A[^,)]*(?:\\)|,.*?\\]\\)\\)): ", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile(": ProfileFile\\(.*", Pattern.DOTALL);
    private static final String EMPTY = "Profile file contained no credentials";
    private static final int LONGEST = 300;

    private SignInFailure() {}

    /** Whether an SDK's text is about credentials that could not be had. */
    static boolean is(String text) {
        return text.contains(CHAIN)
                || text.contains(EMPTY)
                || text.contains("Profile file does not exist")
                || isSso(text);
    }

    /** What a text that {@link #is} about credentials means. */
    static CallFailure of(String text) {
        int begin = text.lastIndexOf(PROFILE);
        int end = text.lastIndexOf(NEXT);
        if (begin < 0 || end < begin) {
            return isSso(text) ? sso("", text) : failure(text, "set AWS_PROFILE to a profile of the AWS configuration");
        }
        String said = text.substring(begin + PROFILE.length(), end);
        String profile = said.split("[,)]", 2)[0];
        String reason = FILE.matcher(ITSELF.matcher(said).replaceFirst("")).replaceFirst("");
        if (isSso(reason)) {
            return sso(" --profile " + profile, reason);
        }
        boolean empty = reason.startsWith(EMPTY);
        if (empty && (profile.equals("default") || profile.isEmpty())) {
            return failure(
                    "no credentials were found in the environment, the AWS configuration files and profiles, web identity,"
                            + " or a container's or instance's role",
                    "set AWS_PROFILE or sign in; --demo needs no credentials");
        }
        return empty
                ? failure(
                        "the profile \"" + profile + "\" is not in the AWS configuration, or holds no credentials",
                        "\"aws configure list-profiles\" lists what is there; --demo needs no credentials")
                : failure(
                        "the profile \"" + profile + "\" gave no credentials: " + reason,
                        "mend the profile or sign in; --demo needs no credentials");
    }

    private static boolean isSso(String text) {
        return text.contains("SSO") && (text.contains("expired") || text.contains("not found"));
    }

    private static CallFailure sso(String profile, String reason) {
        return new CallFailure(Failure.EXPIRED, "ExpiredSso", cut(reason), "run \"aws sso login" + profile + "\"");
    }

    private static CallFailure failure(String reason, String advice) {
        return new CallFailure(Failure.EXPIRED, "NoCredentials", cut(reason), advice);
    }

    private static String cut(String text) {
        String line = text.strip().replaceAll("\\.$", "");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
