package dev.penstock.sql.judge;

import java.util.function.Predicate;

/** Makes a failing query as small as it stays failing. */
final class Shrinker {
    private static final int TRIES = 400;

    private Shrinker() {}

    static GeneratedQuery shrink(GeneratedQuery failing, Predicate<GeneratedQuery> fails) {
        GeneratedQuery smallest = failing;
        int tries = 0;
        boolean smaller = true;
        while (smaller && tries < TRIES) {
            smaller = false;
            for (GeneratedQuery candidate : smallest.smaller()) {
                tries++;
                if (candidate.sql().length() < smallest.sql().length() && fails.test(candidate)) {
                    smallest = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }
}
