package dev.penstock.tables.aws.iam;

import dev.penstock.spi.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A policy embedded in a user.
 *
 * @param name its name
 * @param document its text, URL-encoded as the service sends it
 */
record InlinePolicy(String name, String document) {

    /** The policies as they are, NULL for none. */
    static @Nullable Json list(List<InlinePolicy> policies) {
        return list(policies, PolicyDocument::parse);
    }

    /** The policies in canonical form, NULL for none. */
    static @Nullable Json canonicalList(List<InlinePolicy> policies) {
        return list(policies, CanonicalPolicy::of);
    }

    private static @Nullable Json list(List<InlinePolicy> policies, Function<String, @Nullable Json> reader) {
        if (policies.isEmpty()) {
            return null;
        }
        return IamJson.each(policies, policy -> {
            Json document = reader.apply(policy.document());
            var shape = new LinkedHashMap<String, Json>();
            shape.put("PolicyName", Json.text(policy.name()));
            shape.put("PolicyDocument", document == null ? Json.nullValue() : document);
            return Json.object(shape);
        });
    }
}
