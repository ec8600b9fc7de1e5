package dev.penstock.tables.aws.simulator;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as received; header names are in small letters. */
record HttpRequest(String method, String target, Map<String, String> headers, String body, boolean keepAlive) {
    @Nullable
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The part of the target after the question mark; empty when there is none. */
    String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }
}
