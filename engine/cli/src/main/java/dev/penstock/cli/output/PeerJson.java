package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.penstock.controls.model.Decision;
import java.io.IOException;
import java.io.Serial;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON with the escapes of the peer: besides what must be, it escapes what HTML or JavaScript would take for theirs. */
final class PeerJson {
    private PeerJson() {}

    /** As {@link PrettyJson#to}. */
    static JsonGenerator pretty(Writer out, String indent) throws IOException {
        JsonGenerator json = PrettyJson.to(out, indent);
        json.setCharacterEscapes(new Escapes());
        return json;
    }

    /** On one line. */
    static JsonGenerator compact(Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        json.setCharacterEscapes(new Escapes());
        return json;
    }

    static void field(JsonGenerator json, String name, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (var value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    /** What was decided, under the word for it. */
    static void field(JsonGenerator json, Decision decision) throws IOException {
        json.writeObjectFieldStart(decision.kind().text());
        for (var part : decision.fields().entrySet()) {
            json.writeStringField(part.getKey(), part.getValue());
        }
        json.writeBooleanField("expired", decision.expired());
        json.writeEndObject();
    }

    private static final class Escapes extends CharacterEscapes {
        @Serial
        private static final long serialVersionUID = 1L;

        private static final String SHORT = "\b\f\n\r\t\"\\";

        private static final String LETTERS = "bfnrt\"\\";

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            for (int c = 0; c < escapes.length; c++) {
                boolean escaped = c < ' ' || c == '<' || c == '>' || c == '&';
                if (escaped && SHORT.indexOf(c) < 0) {
                    escapes[c] = ESCAPE_CUSTOM;
                }
            }
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            int letter = SHORT.indexOf(c);
            if (letter >= 0) {
                return new SerializedString("\\" + LETTERS.charAt(letter));
            }
            boolean escaped = c < ' ' || c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029;
            return escaped ? new SerializedString(String.format("\\u%04x", c)) : null;
        }
    }
}
