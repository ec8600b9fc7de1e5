package dev.penstock.sql;

import dev.penstock.spi.value.Json;
import java.util.List;

/**
 * What a statement will do, or did.
 *
 * @param lines for people: the plan, its scans, the permissions that they need
 * @param json the same for programs
 * @param permissions the actions that the caller must be allowed, sorted
 */
public record Explanation(List<String> lines, Json json, List<String> permissions) {

    /** Copies the lists. */
    public Explanation {
        lines = List.copyOf(lines);
        permissions = List.copyOf(permissions);
    }
}
