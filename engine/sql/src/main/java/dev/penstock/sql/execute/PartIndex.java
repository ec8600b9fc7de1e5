package dev.penstock.sql.execute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by the rarest group of four characters in each, for finding those that another text holds. */
final class PartIndex {
    private static final int LENGTH = 4;

    private final Map<Long, List<Anchor>> byGroup = new HashMap<>();
    private final List<Anchor> shorter = new ArrayList<>();

    /** A text, and where in it its rarest group begins. */
    private record Anchor(int number, String part, int at) {}

    /** An index of texts, which are known by their numbers. */
    PartIndex(Map<Integer, String> parts) {
        var counts = new HashMap<Long, Integer>();
        parts.values().forEach(part -> {
            for (int i = 0; i + LENGTH <= part.length(); i++) {
                counts.merge(TextIndex.group(part, i), 1, Integer::sum);
            }
        });
        parts.forEach((number, part) -> {
            int rarest = -1;
            int least = Integer.MAX_VALUE;
            for (int i = 0; i + LENGTH <= part.length(); i++) {
                int count = counts.getOrDefault(TextIndex.group(part, i), 0);
                if (count < least) {
                    least = count;
                    rarest = i;
                }
            }
            var anchor = new Anchor(number, part, Math.max(0, rarest));
            if (rarest < 0) {
                shorter.add(anchor);
            } else {
                byGroup.computeIfAbsent(TextIndex.group(part, rarest), group -> new ArrayList<>())
                        .add(anchor);
            }
        });
    }

    /** The numbers of the texts that another one holds, in order. */
    Places within(String text) {
        var found = new Places();
        for (Anchor anchor : shorter) {
            if (text.contains(anchor.part())) {
                found.add(anchor.number());
            }
        }
        for (int i = 0; i + LENGTH <= text.length(); i++) {
            for (Anchor anchor : byGroup.getOrDefault(TextIndex.group(text, i), List.of())) {
                if (text.startsWith(anchor.part(), i - anchor.at())) {
                    found.add(anchor.number());
                }
            }
        }
        found.normalize();
        return found;
    }
}
