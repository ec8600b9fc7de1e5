package dev.penstock.tables.aws.iam;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names and ARNs of IAM (IAM user guide, "IAM and AWS STS quotas", name requirements). */
final class IamNames {
    private static final Pattern USER_OR_ROLE = Pattern.compile("[\\w+=,.@-]{1,64}");
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,128}");
    private static final Pattern ARN = Pattern.compile("arn:[^:]+:iam::\\d{12}:([a-z-]+)/(?:.*/)?([^/]+)");
    private static final Pattern POLICY_ARN = Pattern.compile("arn:[^:]+:iam::(?:\\d{12}|aws):policy/.{1,640}");
    private static final Pattern PROVIDER_ARN =
            Pattern.compile("arn:[^:]+:iam::\\d{12}:(?:saml|oidc)-provider/.{1,1900}");
    private static final Pattern PATH = Pattern.compile("/|/[\\x21-\\x7E]{1,510}/");

    private static final Pattern ANY_ARN =
            Pattern.compile("arn:[^:]+:iam::(?:\\d{12}|aws):(?:user|role|group|policy)/.{1,640}");

    private IamNames() {}

    /** Whether a text is the ARN of a user, group, role or policy. */
    static boolean isArn(String text) {
        return ANY_ARN.matcher(text).matches();
    }

    /** The path as a prefix to ask for; null if nothing can have it, or if none is asked for. */
    static @Nullable String pathPrefix(@Nullable String path) {
        return path != null && PATH.matcher(path).matches() ? path : null;
    }

    /** The name itself, null if no user or role can have it: then there is nothing to ask for. */
    static @Nullable String userName(String name) {
        return USER_OR_ROLE.matcher(name).matches() ? name : null;
    }

    /** The name itself, null if no group, profile or certificate can have it. */
    static @Nullable String name(String name) {
        return NAME.matcher(name).matches() ? name : null;
    }

    /** The name at the end of a user's ARN, null if it is no such ARN. */
    static @Nullable String userNameOfArn(String arn) {
        String name = nameOfArn(arn, "user");
        return name == null ? null : userName(name);
    }

    /** The name at the end of a role's ARN, null if it is no such ARN. */
    static @Nullable String roleNameOfArn(String arn) {
        String name = nameOfArn(arn, "role");
        return name == null ? null : userName(name);
    }

    /** The name at the end of a group's ARN, null if it is no such ARN. */
    static @Nullable String groupNameOfArn(String arn) {
        return nameOfArn(arn, "group");
    }

    /** The name at the end of an instance profile's ARN, null if it is no such ARN. */
    static @Nullable String instanceProfileNameOfArn(String arn) {
        return nameOfArn(arn, "instance-profile");
    }

    /** The ARN itself, null if no policy can have it. */
    static @Nullable String policyArn(String arn) {
        return POLICY_ARN.matcher(arn).matches() ? arn : null;
    }

    /** The ARN itself, null if no provider of identities can have it. */
    static @Nullable String providerArn(String arn) {
        return PROVIDER_ARN.matcher(arn).matches() ? arn : null;
    }

    private static @Nullable String nameOfArn(String arn, String kind) {
        Matcher matcher = ARN.matcher(arn);
        return matcher.matches() && matcher.group(1).equals(kind) ? name(matcher.group(2)) : null;
    }
}
