package dev.penstock.tables.aws.iam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.penstock.spi.value.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the URL-encoded JSON text in which IAM sends policies. */
final class PolicyDocument {
    private static final JsonFactory JSON = new JsonFactory();

    private PolicyDocument() {}

    /**
     * The document, null for an empty text.
     *
     * @throws MalformedPolicyException if it is no JSON
     */
    static @Nullable Json parse(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(URLDecoder.decode(encoded, StandardCharsets.UTF_8))) {
            parser.nextToken();
            Json document = value(parser);
            if (parser.nextToken() != null) {
                throw new MalformedPolicyException("a policy with text behind its end", null);
            }
            return document;
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedPolicyException("a policy that is no JSON", e);
        }
    }

    private static Json value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new MalformedPolicyException("a policy that ends early", null);
        }
        return switch (token) {
            case START_OBJECT -> {
                var members = new LinkedHashMap<String, Json>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield Json.object(members);
            }
            case START_ARRAY -> {
                var elements = new ArrayList<Json>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield Json.array(elements);
            }
            case VALUE_STRING -> Json.text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Json.number(parser.getDecimalValue());
            case VALUE_TRUE -> Json.bool(true);
            case VALUE_FALSE -> Json.bool(false);
            case VALUE_NULL -> Json.nullValue();
            default -> throw new MalformedPolicyException("a policy that is no JSON", null);
        };
    }
}
