package dev.penstock.sql.function;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code (start, end) overlaps (start, length)} (chapter 9.9). */
final class Overlaps {
    private Overlaps() {}

    static List<FunctionDefinition> functions() {
        var all = new ArrayList<FunctionDefinition>();
        for (String type : List.of("timestamp", "timestamptz", "time")) {
            for (String first : List.of(type, "interval")) {
                for (String second : List.of(type, "interval")) {
                    String parameters = String.join(",", type, first, type, second);
                    List<String> types = List.of(type, first, type, second);
                    all.add(FunctionDefinition.function(
                                    "overlaps", parameters + "->bool", (a, c) -> overlap(ends(a, types, c)))
                            .calledOnNull()
                            .dependingOnSession());
                }
            }
        }
        return all;
    }

    /** Starts and ends, lengths added to their starts. */
    private static @Nullable Long[] ends(@Nullable Object[] arguments, List<String> types, FunctionContext context) {
        Long[] ends = new @Nullable Long[4];
        for (int i = 0; i < 4; i++) {
            Object given = arguments[i];
            Long start = i % 2 == 1 ? ends[i - 1] : null;
            if (given instanceof dev.penstock.spi.value.Interval length) {
                ends[i] = start == null
                        ? null
                        : (Long) Times.plus(
                                start,
                                length,
                                types.get(i - 1).equals("timestamptz") ? context.zone() : java.time.ZoneOffset.UTC);
            } else {
                ends[i] = (Long) given;
            }
        }
        return ends;
    }

    private static @Nullable Boolean overlap(@Nullable Long[] ends) {
        Long a = ends[0];
        Long b = ends[1];
        Long c = ends[2];
        Long d = ends[3];
        if (a == null || b == null || c == null || d == null) {
            return null;
        }
        long start = Math.min(a, b);
        long end = Math.max(a, b);
        long otherStart = Math.min(c, d);
        long otherEnd = Math.max(c, d);
        if (start == otherStart) {
            return true;
        }
        return start > otherStart ? start < otherEnd : otherStart < end;
    }
}
