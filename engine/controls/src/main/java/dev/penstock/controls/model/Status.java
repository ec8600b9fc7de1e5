package dev.penstock.controls.model;

import java.util.Locale;
import java.util.Optional;

/** The verdict of a control on one resource, in the order in which results are shown. */
public enum Status {
    ERROR,
    ALARM,
    /** An alarm that people accept for some time. No query gives it: it comes from the file of exemptions. */
    EXEMPT,
    INFO,
    OK,
    SKIP;

    /** The status that a query means by this text, exact and lower case. */
    public static Optional<Status> of(String text) {
        for (Status status : values()) {
            if (status != EXEMPT && status.text().equals(text)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /** Its word, such as {@code alarm}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
