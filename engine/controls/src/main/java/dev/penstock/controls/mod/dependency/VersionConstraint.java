package dev.penstock.controls.mod.dependency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which versions fit: {@code 1.2.3}, {@code ^1.2}, {@code ~1.2}, {@code >=1.0,<2.0}, {@code !=1.5.0}, {@code 1.x}, {@code *} or
 * {@code latest}. A version before a release fits only where the constraint names one of the same release.
 *
 * @param text as it is written
 */
record VersionConstraint(String text, List<Range> ranges) {
    private static final Pattern PART = Pattern.compile("(\\^|~|>=|<=|!=|>|<|=)?\\s*v?([0-9A-Za-z.*+-]+)");
    private static final Pattern WILD = Pattern.compile("v?(?:(\\d{1,9})(?:\\.(\\d{1,9}))?\\.)?[xX*](?:\\.[xX*])*");

    /** Copies the ranges. */
    VersionConstraint {
        ranges = List.copyOf(ranges);
    }

    /**
     * Versions from one up to another.
     *
     * @param least fits, or is the one that doesn't if {@code excluded}
     * @param below doesn't fit; empty for no upper end
     * @param excluded whether everything fits but {@code least}
     * @param written the version that the constraint names
     */
    private record Range(Version least, Optional<Version> below, boolean excluded, Version written) {

        boolean contains(Version version) {
            if (excluded) {
                return version.compareTo(least) != 0;
            }
            return version.compareTo(least) >= 0
                    && below.map(end -> version.compareTo(end) < 0).orElse(true);
        }
    }

    /** The constraint that a text spells; empty if it spells none, and is therefore the name of a tag. */
    static Optional<VersionConstraint> of(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.strip().split(",", -1)) {
            Optional<Range> range = range(part.strip());
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.add(range.get());
        }
        return Optional.of(new VersionConstraint(text.strip(), ranges));
    }

    private static Optional<Range> range(String part) {
        if (part.equals("latest") || part.equals("*")) {
            return Optional.of(from(new Version(0, 0, 0, ""), Optional.empty()));
        }
        Matcher wild = WILD.matcher(part);
        if (wild.matches()) {
            return Optional.of(wildcard(wild));
        }
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String operator = Optional.ofNullable(matcher.group(1)).orElse("=");
        return Version.of(matcher.group(2)).map(version -> range(operator, version, dots(matcher.group(2))));
    }

    private static int dots(String version) {
        return (int)
                version.replaceFirst("[-+].*", "").chars().filter(c -> c == '.').count();
    }

    private static Range wildcard(Matcher wild) {
        if (wild.group(1) == null) {
            return from(new Version(0, 0, 0, ""), Optional.empty());
        }
        int major = Integer.parseInt(wild.group(1));
        if (wild.group(2) == null) {
            return from(new Version(major, 0, 0, ""), Optional.of(new Version(major + 1, 0, 0, "")));
        }
        int minor = Integer.parseInt(wild.group(2));
        return from(new Version(major, minor, 0, ""), Optional.of(new Version(major, minor + 1, 0, "")));
    }

    private static Range from(Version least, Optional<Version> below) {
        return new Range(least, below, false, least);
    }

    private static Range range(String operator, Version version, int dots) {
        Version none = new Version(0, 0, 0, "");
        return switch (operator) {
            case ">=" -> from(version, Optional.empty());
            case ">" -> new Range(next(version), Optional.empty(), false, version);
            case "<" -> new Range(none, Optional.of(version), false, version);
            case "<=" -> new Range(none, Optional.of(next(version)), false, version);
            case "!=" -> new Range(version, Optional.empty(), true, version);
            case "^" -> from(version, Optional.of(caret(version)));
            case "~" -> from(version, Optional.of(tilde(version, dots)));
            // A version with fewer parts means all that begin like it.
            default -> from(version, Optional.of(dots == 2 ? next(version) : tilde(version, dots)));
        };
    }

    /** The least version above. */
    private static Version next(Version version) {
        return version.isPreRelease()
                ? new Version(version.major(), version.minor(), version.patch(), version.preRelease() + ".0")
                : new Version(version.major(), version.minor(), version.patch() + 1, "0");
    }

    private static Version caret(Version version) {
        if (version.major() > 0) {
            return new Version(version.major() + 1, 0, 0, "0");
        }
        return version.minor() > 0
                ? new Version(0, version.minor() + 1, 0, "0")
                : new Version(0, 0, version.patch() + 1, "0");
    }

    private static Version tilde(Version version, int dots) {
        return dots == 0
                ? new Version(version.major() + 1, 0, 0, "0")
                : new Version(version.major(), version.minor() + 1, 0, "0");
    }

    /** Whether a version fits. */
    boolean allows(Version version) {
        boolean mayBe = !version.isPreRelease()
                || ranges.stream()
                        .map(Range::written)
                        .anyMatch(written ->
                                written.isPreRelease() && written.release().equals(version.release()));
        return mayBe && ranges.stream().allMatch(range -> range.contains(version));
    }

    @Override
    public String toString() {
        return text;
    }
}
