package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Single bits and bytes of a bytea (chapter 9.5). Bits are counted from the lowest of each byte. */
final class BinaryPositions {
    private BinaryPositions() {}

    static List<FunctionDefinition> functions() {
        return List.of(
                function("bit_count", "bytea->int8", (a, c) ->
                        (long) BitSet.valueOf(bytes(a)).cardinality()),
                function("get_bit", "bytea,int8->int4", (a, c) -> {
                    byte[] bytes = bytes(a);
                    int place = place(a, 8L * bytes.length);
                    return (long) (bytes[place / 8] >> (place % 8) & 1);
                }),
                function("set_bit", "bytea,int8,int4->bytea", (a, c) -> {
                    byte[] bytes = bytes(a);
                    int place = place(a, 8L * bytes.length);
                    long bit = Numbers.number(a, 2).longValue();
                    if (bit != 0 && bit != 1) {
                        throw new EngineException(ErrorCode.INVALID_PARAMETER, "new bit must be 0 or 1");
                    }
                    int mask = 1 << (place % 8);
                    bytes[place / 8] = (byte) (bit == 1 ? bytes[place / 8] | mask : bytes[place / 8] & ~mask);
                    return Bytes.of(bytes);
                }),
                function("get_byte", "bytea,int4->int4", (a, c) -> {
                    byte[] bytes = bytes(a);
                    return (long) (bytes[place(a, bytes.length)] & 0xff);
                }),
                function("set_byte", "bytea,int4,int4->bytea", (a, c) -> {
                    byte[] bytes = bytes(a);
                    bytes[place(a, bytes.length)] = Numbers.number(a, 2).byteValue();
                    return Bytes.of(bytes);
                }));
    }

    private static byte[] bytes(@Nullable Object[] arguments) {
        return ((Bytes) Objects.requireNonNull(arguments[0])).bytes();
    }

    private static int place(@Nullable Object[] arguments, long size) {
        long place = Numbers.number(arguments, 1).longValue();
        if (place < 0 || place >= size) {
            throw new EngineException(
                    ErrorCode.ARRAY_ELEMENT, "index " + place + " out of valid range, 0.." + (size - 1));
        }
        return (int) place;
    }
}
