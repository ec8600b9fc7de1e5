package dev.penstock.sql.execute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by the groups of four characters in them, for finding those that hold another text. */
final class TextIndex {
    private static final int LENGTH = 4;

    private final List<String> texts = new ArrayList<>();
    private final Map<Long, Places> byGroup = new HashMap<>();

    /** Adds a text; it is known by its number, counted from 0. */
    void add(String text) {
        int number = texts.size();
        texts.add(text);
        for (int i = 0; i + LENGTH <= text.length(); i++) {
            byGroup.computeIfAbsent(group(text, i), group -> new Places()).addOnce(number);
        }
    }

    /** The numbers of the texts that hold another one. */
    Places holding(String part) {
        var found = new Places();
        Places rarest = null;
        for (int i = 0; i + LENGTH <= part.length(); i++) {
            Places places = byGroup.get(group(part, i));
            if (places == null) {
                return found;
            }
            rarest = rarest == null || places.size() < rarest.size() ? places : rarest;
        }
        int candidates = rarest == null ? texts.size() : rarest.size();
        for (int i = 0; i < candidates; i++) {
            int number = rarest == null ? i : rarest.get(i);
            if (texts.get(number).contains(part)) {
                found.add(number);
            }
        }
        return found;
    }

    static long group(String text, int at) {
        return (long) text.charAt(at) << 48
                | (long) text.charAt(at + 1) << 32
                | (long) text.charAt(at + 2) << 16
                | text.charAt(at + 3);
    }
}
