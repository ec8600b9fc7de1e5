package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.TypeModifier;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlTypeNameSpec;

/** The types that a query writes, by PostgreSQL's internal names. */
final class TypeNames {
    private static final Map<String, String> INTERNAL = Map.ofEntries(
            Map.entry("VARCHAR", "text"),
            Map.entry("CHAR", "bpchar"),
            Map.entry("BOOLEAN", "bool"),
            Map.entry("SMALLINT", "int2"),
            Map.entry("INTEGER", "int4"),
            Map.entry("BIGINT", "int8"),
            Map.entry("REAL", "float4"),
            Map.entry("FLOAT", "float8"),
            Map.entry("DOUBLE", "float8"),
            Map.entry("DECIMAL", "numeric"),
            Map.entry("TIMESTAMP_WITH_LOCAL_TIME_ZONE", "timestamptz"),
            Map.entry("TIMESTAMP WITH LOCAL TIME ZONE", "timestamptz"),
            Map.entry("TIMESTAMP_TZ", "timestamptz"),
            Map.entry("TIMESTAMP", "timestamp"),
            Map.entry("TIME", "time"),
            Map.entry("DATE", "date"));

    private TypeNames() {}

    /** The name with modifiers, such as {@code numeric(10,2)} or {@code text[]}. */
    static String of(SqlDataTypeSpec type) {
        return of(type.getTypeNameSpec());
    }

    /** Refuses a type that is not there. */
    static void requireKnown(String name, SqlNode at) {
        String type = TypeModifier.typeOf(name);
        if (!PostgresTypes.isKnown(type)) {
            throw QueryRewriter.error(ErrorCode.UNKNOWN_NAME, "type \"" + type + "\" does not exist", at);
        }
    }

    private static String of(SqlTypeNameSpec spec) {
        if (spec instanceof SqlCollectionTypeNameSpec collection) {
            return of(collection.getElementTypeName()) + "[]";
        }
        String written = spec.getTypeName().getSimple();
        if (!(spec instanceof SqlBasicTypeNameSpec basic)) {
            return written.toLowerCase(Locale.ROOT);
        }
        return withModifiers(
                INTERNAL.getOrDefault(written.toUpperCase(Locale.ROOT), written.toLowerCase(Locale.ROOT)), basic);
    }

    private static String withModifiers(String name, SqlBasicTypeNameSpec basic) {
        int precision = basic.getPrecision();
        if (precision == RelDataType.PRECISION_NOT_SPECIFIED) {
            return name.equals("bpchar") ? "bpchar(1)" : name;
        }
        if (precision < 1 && Set.of("text", "bpchar", "numeric").contains(name)) {
            throw invalid(name, precision);
        }
        int scale = basic.getScale();
        boolean scaled = name.equals("numeric") && scale != RelDataType.SCALE_NOT_SPECIFIED;
        String plain = name.equals("text") ? "varchar" : name;
        return plain + "(" + precision + (scaled ? "," + scale : "") + ")";
    }

    private static EngineException invalid(String name, int precision) {
        return new EngineException(
                ErrorCode.INVALID_PARAMETER,
                name.equals("numeric")
                        ? "NUMERIC precision " + precision + " must be between 1 and 1000"
                        : "length for type " + (name.equals("text") ? "varchar" : "char") + " must be at least 1");
    }
}
