package dev.penstock.tables.aws.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, decoded from its form. */
final class Parameters {
    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /** Reads {@code a=b&c=d}. */
    static Parameters ofForm(String form) {
        var values = new LinkedHashMap<String, String>();
        int start = 0;
        while (start < form.length()) {
            int end = form.indexOf('&', start);
            end = end < 0 ? form.length() : end;
            if (end > start) {
                int equals = form.indexOf('=', start);
                boolean hasValue = equals >= 0 && equals < end;
                String name = form.substring(start, hasValue ? equals : end);
                String value = hasValue ? form.substring(equals + 1, end) : "";
                values.put(decoded(name), decoded(value));
            }
            start = end + 1;
        }
        return new Parameters(values);
    }

    /** The plain members of a request in JSON. */
    static Parameters ofMembers(Map<String, Object> members) {
        var values = new LinkedHashMap<String, String>();
        members.forEach((name, value) -> values.put(name, value.toString()));
        return new Parameters(values);
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw IamException.validation("1 validation error detected: Value at '" + fieldName(name)
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return value;
    }

    /** The list that the form spells {@code Tags.member.1.Key}, {@code Tags.member.1.Value} and so on. */
    List<Tag> tags() {
        var tags = new ArrayList<Tag>();
        for (int i = 1; values.containsKey("Tags.member." + i + ".Key"); i++) {
            String member = "Tags.member." + i;
            tags.add(new Tag(required(member + ".Key"), required(member + ".Value")));
        }
        return tags;
    }

    /** The list that the form spells {@code name.member.1}, {@code name.member.2} and so on. */
    List<String> list(String name) {
        var members = new ArrayList<String>();
        for (int i = 1; values.containsKey(name + ".member." + i); i++) {
            members.add(required(name + ".member." + i));
        }
        return members;
    }

    /** The list that EC2 spells {@code name.1}, {@code name.2} and so on. */
    List<String> flatList(String name) {
        var items = new ArrayList<String>();
        for (int i = 1; values.containsKey(name + "." + i); i++) {
            items.add(required(name + "." + i));
        }
        return items;
    }

    /** Whether a flag is set; off where the request does not say. */
    boolean flag(String name) {
        return "true".equalsIgnoreCase(get(name, "false"));
    }

    /** All of them but those that choose the operation. */
    Map<String, String> arguments() {
        var arguments = new LinkedHashMap<>(values);
        arguments.remove("Action");
        arguments.remove("Version");
        return arguments;
    }

    /** The services begin field names in their messages with a small letter. */
    private static String fieldName(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IamException(400, "MalformedQueryString", "The query string contains a syntax error.");
        }
    }
}
