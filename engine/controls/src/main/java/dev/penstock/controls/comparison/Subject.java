package dev.penstock.controls.comparison;

import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;

/**
 * What a verdict is about, as it is found again in another run: several rows of one control about one resource of an
 * account and region are one subject.
 *
 * @param control its name as reports give it: {@code control.x}, with the mod before it if that is not the run's own
 * @param account empty if the rows don't say
 * @param region empty if the rows don't say
 */
public record Subject(String control, String resource, String account, String region) implements Comparable<Subject> {

    /** What a result of a control is about. */
    public static Subject of(String control, ControlResult result) {
        return new Subject(control, result.resource(), result.account(), region(result));
    }

    private static String region(ControlResult result) {
        return result.dimensions().stream()
                .filter(dimension -> dimension.key().equals("region"))
                .map(Dimension::value)
                .findFirst()
                .orElse("");
    }

    /** The resource, with account and region where it does not name them itself. */
    public String place() {
        var place = new StringBuilder(resource);
        for (String part : new String[] {account, region}) {
            if (!part.isEmpty() && !resource.contains(part)) {
                place.append(place.isEmpty() ? "" : " ").append(part);
            }
        }
        return place.toString();
    }

    @Override
    public int compareTo(Subject other) {
        int byControl = control.compareTo(other.control);
        int byResource = byControl != 0 ? byControl : resource.compareTo(other.resource);
        int byAccount = byResource != 0 ? byResource : account.compareTo(other.account);
        return byAccount != 0 ? byAccount : region.compareTo(other.region);
    }
}
