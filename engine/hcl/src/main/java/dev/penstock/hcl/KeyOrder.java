package dev.penstock.hcl;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The order of keys and of sorted text: by code point, as that of the bytes of UTF-8. */
public final class KeyOrder {
    private KeyOrder() {}

    /** Compares two texts. */
    public static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                // Characters in pairs stand for code points above all that need no pair.
                boolean leftPair = Character.isSurrogate(left);
                boolean rightPair = Character.isSurrogate(right);
                return leftPair == rightPair ? Character.compare(left, right) : leftPair ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    static Map<String, HclValue> sorted(Map<String, ? extends HclValue> entries) {
        String[] keys = entries.keySet().toArray(new String[0]);
        Arrays.sort(keys, KeyOrder::compare);
        Map<String, HclValue> sorted = new LinkedHashMap<>(keys.length * 2);
        for (String key : keys) {
            sorted.put(Normal.form(key), entries.get(key));
        }
        return Collections.unmodifiableMap(sorted);
    }
}
