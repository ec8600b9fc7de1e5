package dev.penstock.hcl;

import java.text.Normalizer;

/** The normal form of text: all text in values is composed (NFC), so that equal text is the same text. */
final class Normal {
    /** Below this character nothing composes with anything. */
    private static final char FIRST_COMBINING = '\u0300';

    private Normal() {}

    static String form(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
