package dev.penstock.sql.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Reads JSON text, numbers exactly. */
public final class JsonText {
    // As deep as PostgreSQL goes with its own stack.
    private static final int DEEPEST = 6_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private JsonText() {}

    /** The value of a text (PostgreSQL's error 22P02 if it is no JSON). */
    public static Json parse(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                throw invalid(null);
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw invalid(null);
            }
            return value;
        } catch (IOException e) {
            throw invalid(e);
        }
    }

    /** A reader of a text. */
    static JsonParser parser(String text) throws IOException {
        return JSON.createParser(text);
    }

    /** The error of a text that is no JSON. */
    static EngineException invalid(@Nullable Throwable cause) {
        return new EngineException(ErrorCode.INVALID_TEXT, "invalid input syntax for type json", cause);
    }

    /** PostgreSQL's texts hold no zero character. */
    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new EngineException(ErrorCode.UNTRANSLATABLE_CHARACTER, "unsupported Unicode escape sequence");
        }
        return text;
    }

    private static Json value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw invalid(null);
        }
        switch (token) {
            case START_OBJECT -> {
                var members = new LinkedHashMap<String, Json>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(storable(name), value(parser));
                }
                return Json.object(members);
            }
            case START_ARRAY -> {
                var elements = new ArrayList<Json>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                return Json.array(elements);
            }
            case VALUE_STRING -> {
                return Json.text(storable(parser.getText()));
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                return Json.number(parser.getDecimalValue());
            }
            case VALUE_TRUE -> {
                return Json.bool(true);
            }
            case VALUE_FALSE -> {
                return Json.bool(false);
            }
            case VALUE_NULL -> {
                return Json.nullValue();
            }
            default -> throw invalid(null);
        }
    }
}
