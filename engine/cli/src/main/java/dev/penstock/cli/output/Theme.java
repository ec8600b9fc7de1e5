package dev.penstock.cli.output;

import dev.penstock.controls.model.Status;

/** Colours on a dark background, or none. */
record Theme(boolean colours) {
    String title(String text) {
        return in("1;97", text);
    }

    String severity(String text) {
        return in("1;93", text);
    }

    String quiet(String text) {
        return in("90", text);
    }

    String failed(long count, String text) {
        return count == 0 ? quiet(text) : in("1;91", text);
    }

    String total(long failed, String text) {
        return in(failed == 0 ? "1;92" : "97", text);
    }

    String status(Status status, String text) {
        return in(
                switch (status) {
                    case ERROR, ALARM -> "1;91";
                    case EXEMPT -> "93";
                    case INFO -> "96";
                    case OK -> "92";
                    case SKIP -> "90";
                },
                text);
    }

    /** The same colour for the same key and value. */
    String dimension(String key, String value, String text) {
        return in("38;5;" + (17 + Math.floorMod((key + "=" + value).hashCode(), 214)), text);
    }

    private String in(String code, String text) {
        return colours && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
