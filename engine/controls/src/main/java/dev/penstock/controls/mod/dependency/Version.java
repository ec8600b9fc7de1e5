package dev.penstock.controls.mod.dependency;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as semver.org orders them.
 *
 * @param preRelease what stands behind the hyphen; empty for a release
 */
record Version(int major, int minor, int patch, String preRelease) implements Comparable<Version> {
    private static final Pattern FORM = Pattern.compile(
            "v?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");

    /** The version that a text spells, with or without a {@code v} before it. */
    static Optional<Version> of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Version(
                        number(matcher.group(1)),
                        number(matcher.group(2)),
                        number(matcher.group(3)),
                        Optional.ofNullable(matcher.group(4)).orElse("")))
                : Optional.empty();
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    /** The same without what stands behind the hyphen. */
    Version release() {
        return new Version(major, minor, patch, "");
    }

    @Override
    public int compareTo(Version other) {
        int order = Integer.compare(major, other.major);
        order = order != 0 ? order : Integer.compare(minor, other.minor);
        order = order != 0 ? order : Integer.compare(patch, other.patch);
        if (order != 0 || preRelease.equals(other.preRelease)) {
            return order;
        }
        return preRelease.isEmpty() || other.preRelease.isEmpty()
                ? Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty())
                : comparePreReleases(preRelease.split("\\.", -1), other.preRelease.split("\\.", -1));
    }

    private static int comparePreReleases(String[] left, String[] right) {
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = comparePart(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int comparePart(String left, String right) {
        boolean leftNumber = left.matches("\\d+");
        boolean rightNumber = right.matches("\\d+");
        if (leftNumber && rightNumber) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftNumber != rightNumber ? (leftNumber ? -1 : 1) : left.compareTo(right);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preRelease.isEmpty() ? "" : "-" + preRelease);
    }
}
