package dev.penstock.hcl;

import java.util.Collection;

/**
 * How much a value with parts holds. Parts can be shared, so a few lines can spell a value that is larger than any memory
 * once it is walked over; this bounds it where it is made.
 */
record Extent(long weight, int depth, boolean known) {
    private static final long HEAVIEST = 2_000_000;
    private static final int DEEPEST = 500;

    static Extent of(Collection<? extends HclValue> parts) {
        long weight = 1;
        int depth = 0;
        boolean known = true;
        for (HclValue part : parts) {
            weight += part.weight();
            depth = Math.max(depth, part.depth());
            known &= part.isWhollyKnown();
            check(weight);
        }
        if (depth >= DEEPEST) {
            throw new ValueException("this value nests deeper than " + DEEPEST + " levels");
        }
        return new Extent(weight, depth + 1, known);
    }

    /** Refuses more than a value may hold. */
    static void check(long weight) {
        if (weight > HEAVIEST) {
            throw new ValueException("this value has more than " + HEAVIEST + " parts");
        }
    }
}
