package dev.penstock.tables.aws.iam;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names and ARNs of IAM users (IAM API reference, CreateUser). */
final class IamNames {
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");
    private static final Pattern USER_ARN = Pattern.compile("arn:[^:]+:iam::\\d{12}:user/(?:.*/)?([^/]+)");

    private IamNames() {}

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
