package dev.penstock.sql.function;

import java.util.Map;
import java.util.Set;

/** Which casts exist between types, when they are written. */
final class CastRules {
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8");
    private static final Map<String, Set<String>> CASTS = Map.ofEntries(
            Map.entry("bool", Set.of("int4")),
            Map.entry("int4", Set.of("bool", "money")),
            Map.entry("int8", Set.of("money")),
            Map.entry("numeric", Set.of("money")),
            Map.entry("money", Set.of("numeric")),
            Map.entry("json", Set.of("jsonb")),
            Map.entry("jsonb", Set.of("json", "bool", "int2", "int4", "int8", "numeric", "float4", "float8")),
            Map.entry("date", Set.of("timestamp", "timestamptz")),
            Map.entry("timestamp", Set.of("date", "time", "timestamptz")),
            Map.entry("timestamptz", Set.of("date", "time", "timetz", "timestamp")),
            Map.entry("time", Set.of("interval", "timetz")),
            Map.entry("timetz", Set.of("time")),
            Map.entry("interval", Set.of("time")),
            Map.entry("inet", Set.of("cidr")),
            Map.entry("cidr", Set.of("inet")));

    private CastRules() {}

    static boolean exists(String from, String to) {
        if (from.equals(to) || TypeRules.isText(from) || TypeRules.isText(to) || from.equals(TypeRules.UNKNOWN)) {
            return true;
        }
        if (TypeRules.isArray(from) && TypeRules.isArray(to)) {
            return exists(TypeRules.elementOf(from), TypeRules.elementOf(to));
        }
        return (NUMBERS.contains(from) && NUMBERS.contains(to))
                || CASTS.getOrDefault(from, Set.of()).contains(to);
    }
}
