package dev.penstock.sql;

import java.util.List;

/**
 * What a statement will do, without doing it.
 *
 * @param plan the operators, one per line, indented
 * @param calls what each scan calls, one line each
 * @param permissions the actions that the caller must be allowed, sorted
 */
public record Explanation(String plan, List<String> calls, List<String> permissions) {

    /** Copies the lists. */
    public Explanation {
        calls = List.copyOf(calls);
        permissions = List.copyOf(permissions);
    }
}
