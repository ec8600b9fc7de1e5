package dev.penstock.tables.aws.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request in JSON with what an operation needs to answer it.
 *
 * @param region the region that the request was signed for
 * @param operation its name
 * @param members of the body, or of path and query
 */
record JsonCall(Caller caller, String region, String operation, Map<String, Object> members) {
    Estate estate() {
        return caller.estate();
    }

    @Nullable
    String text(String name) {
        Object value = members.get(name);
        return value == null ? null : value.toString();
    }

    String required(String name) {
        String value = text(name);
        if (value == null) {
            throw new IamException(400, "ValidationException", name + " must not be null");
        }
        return value;
    }
}
