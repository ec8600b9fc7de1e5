package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.string;
import static dev.penstock.hcl.function.Arguments.text;

import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Hashes of text and of files. */
final class HashFunctions {
    private static final Map<String, String> ALGORITHMS =
            Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");
    private static final Map<String, String> NAMESPACES = Map.of(
            "dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
            "url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
            "oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
            "x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8");

    private HashFunctions() {}

    static Map<String, HclFunction> all(FileAccess files) {
        Map<String, HclFunction> all = new TreeMap<>();
        Function<String, byte[]> own = text -> text.getBytes(StandardCharsets.UTF_8);
        ALGORITHMS.forEach((name, algorithm) -> {
            all.put(name, of(own, algorithm, HexFormat.of()::formatHex));
            all.put("file" + name, of(files::read, algorithm, HexFormat.of()::formatHex));
        });
        for (String name : List.of("sha256", "sha512")) {
            String algorithm = String.valueOf(ALGORITHMS.get(name));
            all.put("base64" + name, of(own, algorithm, EncodingFunctions::base64));
            all.put("filebase64" + name, of(files::read, algorithm, EncodingFunctions::base64));
        }
        all.put("uuidv5", HclFunction.of(Primitive.STRING, HashFunctions::uuid, text("namespace"), text("name")));
        return all;
    }

    private static HclFunction of(Function<String, byte[]> bytes, String algorithm, Function<byte[], String> written) {
        return HclFunction.of(
                Primitive.STRING,
                arguments -> new HclValue.Text(written.apply(digest(algorithm, bytes.apply(string(arguments, 0))))),
                text("value"));
    }

    private static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new ValueException("this Java has no " + algorithm);
        }
    }

    /** The UUID of a name: the first half of a hash, with its kind written over a few bits. */
    private static HclValue uuid(List<HclValue> arguments) {
        String name = string(arguments, 0);
        UUID namespace;
        try {
            namespace = UUID.fromString(NAMESPACES.getOrDefault(name, name));
        } catch (IllegalArgumentException e) {
            throw new ValueException(0, "dns, url, oid, x500 or a UUID is needed");
        }
        byte[] prefix = ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array();
        ByteBuffer hash =
                ByteBuffer.wrap(digest("SHA-1", prefix, string(arguments, 1).getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & ~0xF000L) | 0x5000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new HclValue.Text(new UUID(high, low).toString());
    }
}
