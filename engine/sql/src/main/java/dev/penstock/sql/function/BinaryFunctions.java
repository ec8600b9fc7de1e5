package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;
import static dev.penstock.sql.function.FunctionDefinition.typed;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Functions of bytea, hashes, uuid, and what asks about values of any type (chapters 9.5, 9.14 and 9.26). */
public final class BinaryFunctions {
    private BinaryFunctions() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        return List.of(function(
                "||",
                "bytea,bytea->bytea",
                (a, c) -> new Bytes(
                        ((Bytes) Objects.requireNonNull(a[0])).hex() + ((Bytes) Objects.requireNonNull(a[1])).hex())));
    }

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        all.add(function("md5", "text->text", (a, c) -> digest("MD5", utf8(a)).hex()));
        all.add(function("md5", "bytea->text", (a, c) -> digest("MD5", bytes(a)).hex()));
        for (String bits : List.of("224", "256", "384", "512")) {
            all.add(function("sha" + bits, "bytea->bytea", (a, c) -> digest("SHA-" + bits, bytes(a))));
        }
        all.add(function("encode", "bytea,text->text", (a, c) -> encoded(bytes(a), String.valueOf(a[1]))));
        all.add(function("decode", "text,text->bytea", (a, c) -> decoded(String.valueOf(a[0]), String.valueOf(a[1]))));
        all.add(function("convert_to", "text,text->bytea", (a, c) -> Bytes.of(utf8(a))));
        all.add(function("convert_from", "bytea,text->text", (a, c) -> new String(bytes(a), StandardCharsets.UTF_8)));
        all.add(function("length", "bytea->int4", (a, c) -> (long) bytes(a).length));
        all.add(function("octet_length", "bytea->int4", (a, c) -> (long) bytes(a).length));
        all.addAll(BinaryPositions.functions());
        all.add(function("gen_random_uuid", "->uuid", (a, c) -> UUID.randomUUID())
                .dependingOnSession());
        all.add(typed("num_nulls", "any...->int4", types -> (a, c) -> nulls(a)).calledOnNull());
        all.add(typed("num_nonnulls", "any...->int4", types -> (a, c) -> a.length - nulls(a))
                .calledOnNull());
        all.add(typed("pg_typeof", "any->regtype", types -> (a, c) -> Casts.longName(types.get(0)))
                .calledOnNull());
        all.add(function("type of unknown", "->regtype", (a, c) -> "unknown"));
        return all;
    }

    private static byte[] utf8(@Nullable Object[] arguments) {
        return String.valueOf(arguments[0]).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(@Nullable Object[] arguments) {
        return ((Bytes) Objects.requireNonNull(arguments[0])).bytes();
    }

    private static long nulls(@Nullable Object[] arguments) {
        long count = 0;
        for (Object argument : arguments) {
            count += argument == null ? 1 : 0;
        }
        return count;
    }

    private static Bytes digest(String algorithm, byte[] bytes) {
        try {
            return Bytes.of(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes, String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "hex" -> HexFormat.of().formatHex(bytes);
            case "base64" -> Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
            case "escape" -> {
                var out = new StringBuilder();
                for (byte b : bytes) {
                    if (b == 0 || b < 0) {
                        out.append(String.format("\\%03o", b & 0xff));
                    } else {
                        out.append(b == '\\' ? "\\\\" : String.valueOf((char) b));
                    }
                }
                yield out.toString();
            }
            default -> throw unknown(format);
        };
    }

    private static Bytes decoded(String text, String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "hex" -> Bytes.parse("\\x" + text);
            case "base64" -> base64(text);
            case "escape" -> Bytes.parse(text.startsWith("\\x") ? "\\" + text : text);
            default -> throw unknown(format);
        };
    }

    private static Bytes base64(String text) {
        try {
            return Bytes.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "invalid base64 end sequence", e);
        }
    }

    private static EngineException unknown(String format) {
        return new EngineException(ErrorCode.INVALID_PARAMETER, "unrecognized encoding: \"" + format + "\"");
    }
}
