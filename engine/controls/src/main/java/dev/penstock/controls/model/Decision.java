package dev.penstock.controls.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What people decided about a result, as the file of exemptions says it.
 *
 * @param kind whether an alarm is accepted, or something is attested that no call can tell
 * @param name its name in the file
 * @param by who answers for it
 * @param text why, or what was looked at
 * @param made when; only an attestation says so
 * @param expires the last day on which it holds
 * @param expired whether that day is over: then it changes nothing, and is named
 */
public record Decision(
        Kind kind, String name, String by, String text, Optional<LocalDate> made, LocalDate expires, boolean expired) {

    /** What a decision is about. */
    public enum Kind {
        /** An alarm that is accepted for some time. */
        EXEMPTION,
        /** What somebody looked at where no call can. */
        ATTESTATION;

        /** Its word, such as {@code exemption}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Its parts under the names that they have in the file. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        switch (kind) {
            case EXEMPTION -> {
                fields.put("reason", text);
                fields.put("owner", by);
            }
            case ATTESTATION -> {
                fields.put("by", by);
                fields.put("date", made.map(LocalDate::toString).orElse(""));
                fields.put("note", text);
            }
        }
        fields.put("expires", expires.toString());
        return fields;
    }

    /** The same, and whether it expired, where names need the kind before them: {@code exemption_owner}. */
    public Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        fields().forEach(
                        (key, value) -> columns.put(key.equals("name") ? kind.text() : kind.text() + "_" + key, value));
        columns.put(kind.text() + "_expired", String.valueOf(expired));
        return columns;
    }

    /** One sentence without an end. */
    public String sentence() {
        return switch (kind) {
            case EXEMPTION ->
                expired
                        ? "exemption " + name + " of " + by + " expired on " + expires
                        : "exempt until " + expires + " by " + by + " (" + name + "): " + text;
            case ATTESTATION ->
                (expired ? "attestation " + name + " expired on " + expires + "; " : "")
                        + "attested on " + made.map(LocalDate::toString).orElse("") + " by " + by
                        + (expired ? "" : " until " + expires + " (" + name + ")") + ": " + text;
        };
    }
}
