package dev.penstock.tables.aws.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What IAM accepts as names, paths and tags. Field names are those of the API, as they appear in its messages.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas and names</a>
 */
final class IamRules {
    static final int KEYS_PER_USER = 2;
    static final int TAGS_PER_USER = 50;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]+");
    private static final Pattern PATH = Pattern.compile("/|/[!-~]+/");
    private static final Pattern PATH_PREFIX = Pattern.compile("/[!-\\x7F]*");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern TAG_TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
    private static final int LONGEST_USER_NAME = 64;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_PATH = 512;

    private IamRules() {}

    static String account(String id) {
        if (!ACCOUNT.matcher(id).matches()) {
            throw IamException.validation("An account id has 12 digits: '" + id + "' has not.");
        }
        return id;
    }

    static String newUserName(String name, String field) {
        return name(name, field, LONGEST_USER_NAME);
    }

    static String name(String name, String field) {
        return name(name, field, LONGEST_NAME);
    }

    private static String name(String name, String field, int longest) {
        length(name, field, longest);
        if (!NAME.matcher(name).matches()) {
            throw IamException.validation("The specified value for " + field
                    + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
        }
        return name;
    }

    static String path(String path, String field) {
        length(path, field, LONGEST_PATH);
        if (!PATH.matcher(path).matches()) {
            throw IamException.validation("The specified value for " + field
                    + " is invalid. It must begin and end with / and contain only alphanumeric characters and/or /"
                    + " characters.");
        }
        return path;
    }

    static String pathPrefix(String prefix) {
        length(prefix, "pathPrefix", LONGEST_PATH);
        if (!PATH_PREFIX.matcher(prefix).matches()) {
            throw IamException.validation(
                    "The specified value for pathPrefix is invalid. It must begin with the / character.");
        }
        return prefix;
    }

    static void check(List<Tag> tags) {
        if (tags.size() > TAGS_PER_USER) {
            throw IamException.limitExceeded("TagsPerUser", TAGS_PER_USER);
        }
        var seen = new HashSet<String>();
        for (Tag tag : tags) {
            tagText(tag.key(), 1, 128, "tags.member.key");
            tagText(tag.value(), 0, 256, "tags.member.value");
            if (!seen.add(tag.key().toLowerCase(Locale.ROOT))) {
                throw new IamException(
                        400,
                        "InvalidInput",
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
        }
    }

    private static void tagText(String text, int shortest, int longest, String field) {
        if (text.length() < shortest) {
            throw IamException.constraint(text, field, "Member must have length greater than or equal to " + shortest);
        }
        if (text.length() > longest) {
            throw IamException.constraint(text, field, "Member must have length less than or equal to " + longest);
        }
        if (!TAG_TEXT.matcher(text).matches()) {
            throw IamException.constraint(
                    text, field, "Member must satisfy regular expression pattern: " + TAG_TEXT.pattern());
        }
    }

    private static void length(String value, String field, int longest) {
        if (value.isEmpty()) {
            throw IamException.constraint(value, field, "Member must have length greater than or equal to 1");
        }
        if (value.length() > longest) {
            throw IamException.constraint(value, field, "Member must have length less than or equal to " + longest);
        }
    }
}
