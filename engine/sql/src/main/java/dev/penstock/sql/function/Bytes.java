package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A bytea.
 *
 * @param hex its bytes, two digits each
 */
record Bytes(String hex) {
    static Bytes of(byte[] bytes) {
        return new Bytes(HexFormat.of().formatHex(bytes));
    }

    /** Reads either form of chapter 8.4: hexadecimal digits behind {@code \x}, or text with octal escapes. */
    static Bytes parse(String text) {
        if (text.startsWith("\\x")) {
            String digits = text.substring(2).replaceAll("\\s", "");
            if (!digits.matches("[0-9A-Fa-f]*")) {
                char wrong = digits.replaceAll("[0-9A-Fa-f]", "").charAt(0);
                throw new EngineException(ErrorCode.INVALID_PARAMETER, "invalid hexadecimal digit: \"" + wrong + "\"");
            }
            if (digits.length() % 2 != 0) {
                throw new EngineException(
                        ErrorCode.INVALID_PARAMETER, "invalid hexadecimal data: odd number of digits");
            }
            return new Bytes(digits.toLowerCase(java.util.Locale.ROOT));
        }
        var out = new ByteArrayOutputStream();
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            if (source[i] != '\\') {
                out.write(source[i]);
            } else if (i + 1 < source.length && source[i + 1] == '\\') {
                out.write('\\');
                i++;
            } else {
                String digits = new String(source, i + 1, Math.min(3, source.length - i - 1), StandardCharsets.UTF_8);
                if (!digits.matches("[0-3][0-7]{2}")) {
                    throw new EngineException(ErrorCode.INVALID_TEXT, "invalid input syntax for type bytea");
                }
                out.write(Integer.parseInt(digits, 8));
                i += 3;
            }
        }
        return of(out.toByteArray());
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return "\\x" + hex;
    }
}
