package dev.penstock.controls.model;

import java.util.Locale;
import java.util.Optional;

/** The verdict of a control on one resource, in the order in which results are shown. */
public enum Status {
    ERROR,
    ALARM,
    INFO,
    OK,
    SKIP;

    /** The status with this SQL text, exact and lower case. */
    public static Optional<Status> of(String text) {
        for (Status status : values()) {
            if (status.text().equals(text)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /** The text that queries give, such as {@code alarm}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
