package dev.penstock.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlTypeNameSpec;
import org.apache.calcite.sql.SqlUserDefinedTypeNameSpec;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** PostgreSQL's type names: those that SQL itself knows as Calcite's types, all others by their own name. */
final class PostgresTypes {
    private static final int FLOAT4_DIGITS = 24;
    private static final int FLOAT8_DIGITS = 53;

    private static final Map<String, SqlTypeName> STANDARD = Map.ofEntries(
            Map.entry("bool", SqlTypeName.BOOLEAN),
            Map.entry("boolean", SqlTypeName.BOOLEAN),
            Map.entry("int2", SqlTypeName.SMALLINT),
            Map.entry("smallint", SqlTypeName.SMALLINT),
            Map.entry("int", SqlTypeName.INTEGER),
            Map.entry("int4", SqlTypeName.INTEGER),
            Map.entry("integer", SqlTypeName.INTEGER),
            Map.entry("int8", SqlTypeName.BIGINT),
            Map.entry("bigint", SqlTypeName.BIGINT),
            Map.entry("float4", SqlTypeName.REAL),
            Map.entry("real", SqlTypeName.REAL),
            Map.entry("float8", SqlTypeName.DOUBLE),
            Map.entry("numeric", SqlTypeName.DECIMAL),
            Map.entry("decimal", SqlTypeName.DECIMAL),
            Map.entry("dec", SqlTypeName.DECIMAL),
            Map.entry("text", SqlTypeName.VARCHAR),
            Map.entry("varchar", SqlTypeName.VARCHAR),
            Map.entry("char", SqlTypeName.CHAR),
            Map.entry("bpchar", SqlTypeName.CHAR),
            Map.entry("date", SqlTypeName.DATE),
            Map.entry("time", SqlTypeName.TIME),
            Map.entry("timestamp", SqlTypeName.TIMESTAMP),
            Map.entry("timestamptz", SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE));

    /** Types that are others without a length: columns are called after them. */
    private static final Set<String> NAMED_ALONE = Set.of("varchar", "bpchar");

    /** The name of the type; the fields of one that keeps only some follow after a space. */
    static final String INTERVAL = "interval";

    private static final Set<String> INTERVAL_FIELDS = Set.of(
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "year to month",
            "day to hour",
            "day to minute",
            "day to second",
            "hour to minute",
            "hour to second",
            "minute to second");

    private PostgresTypes() {}

    /**
     * The type of this name, which is in lower case unless it was quoted.
     *
     * @throws CalciteContextException if the type takes no such modifiers
     */
    static SqlTypeNameSpec named(SqlIdentifier name, List<Integer> modifiers, SqlParserPos position) {
        String simple = simpleName(name);
        if (simple.equals("float")) {
            return basic(floatOf(modifiers, position), List.of(), simple, position);
        }
        SqlTypeName standard = STANDARD.get(simple);
        if (standard != null) {
            return basic(standard, modifiers, simple, position);
        }
        refuseModifiers(simple, modifiers, 0, position);
        return new SqlUserDefinedTypeNameSpec(new SqlIdentifier(simple, name.getParserPosition()), position);
    }

    /** The fields that an interval keeps, in lower case. */
    static String intervalFields(String written, SqlParserPos position) {
        String fields = written.toLowerCase(Locale.ROOT);
        if (!INTERVAL_FIELDS.contains(fields.replaceFirst("(second)\\([0-9]+\\)$", "$1"))) {
            throw SyntaxErrors.at(
                    position, "syntax error at or near \"" + written.substring(written.lastIndexOf(' ') + 1) + "\"");
        }
        return fields;
    }

    /** The type of intervals that keep only some fields. */
    static SqlTypeNameSpec interval(String fields, SqlParserPos position) {
        return new SqlUserDefinedTypeNameSpec(new SqlIdentifier(INTERVAL + " " + fields, position), position);
    }

    private static String simpleName(SqlIdentifier name) {
        // Built-in types live in the schema pg_catalog, and may be called by their full names.
        if (name.names.size() == 2 && name.names.get(0).equals("pg_catalog")) {
            return name.names.get(1);
        }
        return String.join(".", name.names);
    }

    private static SqlTypeNameSpec basic(
            SqlTypeName type, List<Integer> modifiers, String name, SqlParserPos position) {
        switch (type) {
            case DECIMAL -> refuseModifiers(name, modifiers, 2, position);
            case VARCHAR -> refuseModifiers(name, modifiers, name.equals("text") ? 0 : 1, position);
            case CHAR, TIME, TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> refuseModifiers(name, modifiers, 1, position);
            default -> refuseModifiers(name, modifiers, 0, position);
        }
        if (type == SqlTypeName.DECIMAL && modifiers.size() == 1) {
            return new SqlBasicTypeNameSpec(type, modifiers.get(0), 0, position);
        }
        if (modifiers.isEmpty() && NAMED_ALONE.contains(name)) {
            return new SqlUserDefinedTypeNameSpec(new SqlIdentifier(name, position), position);
        }
        int precision = modifiers.isEmpty() ? RelDataType.PRECISION_NOT_SPECIFIED : modifiers.get(0);
        int scale = modifiers.size() < 2 ? RelDataType.SCALE_NOT_SPECIFIED : modifiers.get(1);
        return new SqlBasicTypeNameSpec(type, precision, scale, position);
    }

    private static SqlTypeName floatOf(List<Integer> modifiers, SqlParserPos position) {
        refuseModifiers("float", modifiers, 1, position);
        int digits = modifiers.isEmpty() ? FLOAT8_DIGITS : modifiers.get(0);
        if (digits < 1 || digits > FLOAT8_DIGITS) {
            throw SyntaxErrors.at(position, "precision for type float must be from 1 to " + FLOAT8_DIGITS + " bits");
        }
        return digits <= FLOAT4_DIGITS ? SqlTypeName.REAL : SqlTypeName.DOUBLE;
    }

    private static void refuseModifiers(String name, List<Integer> modifiers, int most, SqlParserPos position) {
        if (modifiers.size() > most) {
            String plural = most == 0 ? "type modifier is not allowed" : "too many type modifiers";
            throw SyntaxErrors.at(position, plural + " for type \"" + name + "\"");
        }
    }
}
