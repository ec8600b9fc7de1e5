package dev.penstock.hcl;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code did you mean "x"?} for the known name nearest to what was written, or nothing if none is near. */
    public static String of(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElse("");
    }

    private static Optional<String> nearest(String written, Collection<String> known) {
        String best = null;
        int least = Math.max(2, written.length() / 3) + 1;
        for (String name : known) {
            int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), least);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The number of single-character edits, or {@code bound} if it is not below that. */
    private static int distance(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) >= bound) {
            return bound;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return Math.min(bound, row[b.length()]);
    }
}
