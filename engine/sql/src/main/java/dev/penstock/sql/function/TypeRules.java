package dev.penstock.sql.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How PostgreSQL's types relate (chapter 10). Types go by their internal names, such as {@code int8} or {@code text[]};
 * {@link #UNKNOWN} is the type of a literal whose type the context decides.
 */
public final class TypeRules {
    /** The type of a string literal, NULL or parameter that nothing has given a type yet. */
    public static final String UNKNOWN = "unknown";

    private static final List<String> NUMBERS = List.of("int2", "int4", "int8", "numeric", "float4", "float8");
    private static final Map<String, Set<String>> WIDER = Map.of(
            "date", Set.of("timestamp", "timestamptz"),
            "timestamp", Set.of("timestamptz"),
            "time", Set.of("interval", "timetz"),
            "cidr", Set.of("inet"),
            "text", Set.of("bpchar"),
            "bpchar", Set.of("text"));
    private static final Set<String> PREFERRED = Set.of("float8", "text", "timestamptz", "interval", "bool", "inet");

    private TypeRules() {}

    /** Whether it is a kind of number. */
    public static boolean isNumber(String type) {
        return NUMBERS.contains(type);
    }

    /** Whether it is json or jsonb. */
    public static boolean isJson(String type) {
        return type.equals("json") || type.equals("jsonb");
    }

    /** Whether it is a type of texts, to and from which every value has a cast. */
    static boolean isText(String type) {
        return type.equals("text") || type.equals("bpchar");
    }

    /** Whether it is an array. */
    public static boolean isArray(String type) {
        return type.endsWith("[]");
    }

    /** The type of an array's elements; arrays of any number of dimensions have one type. */
    public static String elementOf(String array) {
        return array.substring(0, array.length() - 2);
    }

    /** The group of types within which casts are natural, by PostgreSQL's letters. */
    static char category(String type) {
        if (isArray(type)) {
            return 'A';
        }
        if (isNumber(type) || type.equals("money")) {
            return 'N';
        }
        return switch (type) {
            case UNKNOWN -> 'X';
            case "text", "bpchar" -> 'S';
            case "date", "time", "timetz", "timestamp", "timestamptz" -> 'D';
            case "interval" -> 'T';
            case "bool" -> 'B';
            case "inet", "cidr" -> 'I';
            default -> type.equals("record") ? 'P' : 'U';
        };
    }

    /** Whether its category prefers it. */
    static boolean isPreferred(String type) {
        return PREFERRED.contains(type);
    }

    /** Whether a value becomes one of another type without a cast being written. */
    public static boolean isImplicit(String from, String to) {
        if (from.equals(to) || from.equals(UNKNOWN)) {
            return true;
        }
        if (isNumber(from) && isNumber(to)) {
            return NUMBERS.indexOf(from) < NUMBERS.indexOf(to);
        }
        return WIDER.getOrDefault(from, Set.of()).contains(to);
    }

    /** The one type of several expressions, as in CASE or UNION (chapter 10.5); empty if they do not match. */
    public static Optional<String> common(List<String> types) {
        String common = UNKNOWN;
        for (String type : types) {
            if (type.equals(UNKNOWN) || type.equals(common)) {
                continue;
            }
            if (common.equals(UNKNOWN)) {
                common = type;
            } else if (category(common) != category(type)) {
                return Optional.empty();
            } else if (!isPreferred(common) && isImplicit(common, type) && !isImplicit(type, common)) {
                common = type;
            }
        }
        String found = common;
        if (found.equals(UNKNOWN)) {
            return Optional.of("text");
        }
        return types.stream().allMatch(type -> isImplicit(type, found)) ? Optional.of(found) : Optional.empty();
    }
}
