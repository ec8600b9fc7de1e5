package dev.penstock.sql;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The actions that a statement may call, such as {@code iam:ListUsers}.
 *
 * @param needed those without which there may be no answer
 * @param optional those without which the same answer takes other calls
 */
public record Permissions(SortedSet<String> needed, SortedSet<String> optional) {

    /** Copies the sets. */
    public Permissions {
        needed = new TreeSet<>(needed);
        optional = new TreeSet<>(optional);
    }
}
