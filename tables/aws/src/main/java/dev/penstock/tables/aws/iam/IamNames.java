package dev.penstock.tables.aws.iam;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names and ARNs of IAM users (IAM API reference, CreateUser). */
final class IamNames {
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");
    private static final Pattern USER_ARN = Pattern.compile("arn:[^:]+:iam::\\d{12}:user/(?:.*/)?([^/]+)");

    private static final Pattern PATH = Pattern.compile("/|/[\\x21-\\x7E]{1,510}/");

    private IamNames() {}

    /** The path as a prefix to ask for; null if no user can have it, or if none is asked for. */
    static @Nullable String pathPrefix(@Nullable String path) {
        return path != null && PATH.matcher(path).matches() ? path : null;
    }

    /** The name itself, null if no user can have it: then there is nothing to ask for. */
    static @Nullable String userName(String name) {
        return NAME.matcher(name).matches() ? name : null;
    }

    /** The name at the end of a user's ARN, null if it is no such ARN. */
    static @Nullable String userNameOfArn(String arn) {
        Matcher matcher = USER_ARN.matcher(arn);
        return matcher.matches() ? userName(matcher.group(1)) : null;
    }
}
