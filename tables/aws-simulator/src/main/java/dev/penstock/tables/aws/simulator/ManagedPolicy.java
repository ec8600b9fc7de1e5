package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A managed policy, of the account or of AWS.
 *
 * @param arn its ARN, which also holds its path and name
 * @param id unique identifier beginning with {@code ANPA}
 * @param description what it is for; null when nothing was said
 * @param versions its versions, the newest first
 * @param tags labels in the order they were given
 */
public record ManagedPolicy(
        String arn, String id, @Nullable String description, List<Version> versions, List<Tag> tags) {

    /** Copies the lists. */
    public ManagedPolicy {
        versions = List.copyOf(versions);
        tags = List.copyOf(tags);
    }

    /** The name at the end of the ARN. */
    public String name() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** The path in the ARN. */
    public String path() {
        return pathOf(arn);
    }

    /** Whether AWS owns it. */
    public boolean isAwsManaged() {
        return arn.startsWith("arn:aws:iam::aws:policy/");
    }

    /** The version in effect. */
    public Version defaultVersion() {
        return versions.stream().filter(Version::isDefault).findFirst().orElseThrow();
    }

    Instant created() {
        return versions.get(versions.size() - 1).created();
    }

    Instant updated() {
        return versions.get(0).created();
    }

    /** The path in {@code arn:aws:iam::account:policy/path/name}. */
    static String pathOf(String arn) {
        int start = arn.indexOf('/');
        return start < 0 ? "/" : arn.substring(start, arn.lastIndexOf('/') + 1);
    }

    /**
     * One version of a policy.
     *
     * @param id such as {@code v1}
     * @param document JSON text
     * @param created when it was made
     * @param isDefault whether it is in effect
     */
    public record Version(String id, String document, Instant created, boolean isDefault) {}
}
