package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.any;
import static dev.penstock.hcl.function.Arguments.string;
import static dev.penstock.hcl.function.Arguments.text;

import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Functions between text and other notations. */
final class EncodingFunctions {
    private EncodingFunctions() {}

    static Map<String, HclFunction> all() {
        Map<String, HclFunction> all = new TreeMap<>();
        all.put("base64encode", of(value -> base64(value.getBytes(StandardCharsets.UTF_8))));
        all.put("base64decode", of(value -> decoded(bytes(value), StandardCharsets.UTF_8)));
        all.put("urlencode", of(EncodingFunctions::urlEncoded));
        all.put(
                "textencodebase64",
                HclFunction.of(Primitive.STRING, EncodingFunctions::encode, text("string"), text("encoding")));
        all.put(
                "textdecodebase64",
                HclFunction.of(Primitive.STRING, EncodingFunctions::decode, text("source"), text("encoding")));
        all.put(
                "jsondecode",
                HclFunction.of(Primitive.ANY, arguments -> JsonReader.read(string(arguments, 0)), text("string")));
        all.put(
                "jsonencode",
                HclFunction.of(
                        Primitive.STRING,
                        EncodingFunctions::jsonEncode,
                        any("value").orAnything()));
        all.put(
                "csvdecode",
                HclFunction.of(Primitive.ANY, arguments -> CsvReader.read(string(arguments, 0)), text("string")));
        return all;
    }

    private static HclFunction of(UnaryOperator<String> function) {
        return HclFunction.of(
                Primitive.STRING, arguments -> new HclValue.Text(function.apply(string(arguments, 0))), text("string"));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Line ends between the digits are passed over. */
    private static byte[] bytes(String base64) {
        String digits = base64.replace("\n", "").replace("\r", "");
        try {
            if (digits.length() % 4 != 0) {
                throw new ValueException(0, "this is no Base64: its length is no multiple of four");
            }
            return Base64.getDecoder().decode(digits);
        } catch (IllegalArgumentException e) {
            throw new ValueException(0, "this is no Base64: " + e.getMessage());
        }
    }

    static String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new ValueException(0, "the bytes are no text in " + charset.name());
        }
    }

    private static String urlEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static Charset charset(List<HclValue> arguments) {
        try {
            return Charset.forName(string(arguments, 1));
        } catch (IllegalArgumentException e) {
            throw new ValueException(1, "there is no encoding \"" + string(arguments, 1) + "\"");
        }
    }

    private static HclValue encode(List<HclValue> arguments) {
        try {
            ByteBuffer encoded = charset(arguments).newEncoder().encode(java.nio.CharBuffer.wrap(string(arguments, 0)));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return new HclValue.Text(base64(bytes));
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            throw new ValueException(0, "the text can't be written in " + string(arguments, 1));
        }
    }

    private static HclValue decode(List<HclValue> arguments) {
        return new HclValue.Text(decoded(bytes(string(arguments, 0)), charset(arguments)));
    }

    private static HclValue jsonEncode(List<HclValue> arguments) {
        HclValue value = arguments.get(0);
        return value.isWhollyKnown() ? new HclValue.Text(JsonText.of(value)) : new HclValue.Unknown(Primitive.STRING);
    }
}
