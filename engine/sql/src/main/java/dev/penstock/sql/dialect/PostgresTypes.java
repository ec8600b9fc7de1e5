package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.function.TypeRules;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;

/** PostgreSQL's type names and Calcite's types. */
public final class PostgresTypes {
    // numeric, too: Calcite's DECIMAL has a scale, to which it rounds constants.
    private static final Set<String> NAMED = Set.of(
            "numeric",
            "record",
            "jsonb",
            "json",
            "interval",
            "inet",
            "cidr",
            "uuid",
            "money",
            "bytea",
            "bpchar",
            "jsonpath",
            "regtype",
            "time",
            "timetz");
    private static final Set<String> STANDARD =
            Set.of("text", "bool", "int2", "int4", "int8", "float4", "float8", "timestamptz", "timestamp", "date");

    private PostgresTypes() {}

    /** A type that may be NULL, by PostgreSQL's internal name. */
    public static RelDataType nullable(RelDataTypeFactory factory, String name) {
        return factory.createTypeWithNullability(of(factory, name), true);
    }

    /** A type by PostgreSQL's internal name, such as {@code int8} or {@code text[]}. */
    public static RelDataType of(RelDataTypeFactory factory, String name) {
        if (name.endsWith("[]")) {
            return factory.createArrayType(nullable(factory, name.substring(0, name.length() - 2)), -1);
        }
        if (NAMED.contains(name)) {
            return new NamedType(name, false);
        }
        return switch (name) {
            case "text" -> factory.createSqlType(SqlTypeName.VARCHAR);
            case "bool" -> factory.createSqlType(SqlTypeName.BOOLEAN);
            case "int2" -> factory.createSqlType(SqlTypeName.SMALLINT);
            case "int4" -> factory.createSqlType(SqlTypeName.INTEGER);
            case "int8" -> factory.createSqlType(SqlTypeName.BIGINT);
            case "float4" -> factory.createSqlType(SqlTypeName.REAL);
            case "float8" -> factory.createSqlType(SqlTypeName.DOUBLE);
            case "timestamptz" -> factory.createSqlType(SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE, 6);
            case "timestamp" -> factory.createSqlType(SqlTypeName.TIMESTAMP, 6);
            case "date" -> factory.createSqlType(SqlTypeName.DATE);
            default -> throw new EngineException(ErrorCode.UNKNOWN_NAME, "type \"" + name + "\" does not exist");
        };
    }

    /** Whether there is a type of this name. */
    static boolean isKnown(String name) {
        String element = name;
        while (TypeRules.isArray(element)) {
            element = TypeRules.elementOf(element);
        }
        return NAMED.contains(element) || STANDARD.contains(element);
    }

    /** PostgreSQL's internal name of a type. */
    public static String nameOf(RelDataType type) {
        if (type instanceof NamedType named) {
            return named.name();
        }
        RelDataType element = type.getComponentType();
        if (element != null) {
            return nameOf(element) + "[]";
        }
        return switch (type.getSqlTypeName()) {
            case CHAR, VARCHAR -> "text";
            case BOOLEAN -> "bool";
            case TINYINT, SMALLINT -> "int2";
            case INTEGER -> "int4";
            case BIGINT -> "int8";
            case REAL -> "float4";
            case FLOAT, DOUBLE -> "float8";
            case DECIMAL -> "numeric";
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> "timestamptz";
            case TIMESTAMP -> "timestamp";
            case DATE -> "date";
            case NULL, UNKNOWN, ANY -> "text";
            case ROW -> "record";
            default -> type.getSqlTypeName().getName().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** Whether a type is that of a literal whose type the context decides: NULL. */
    static boolean isUnknown(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.NULL || type.getSqlTypeName() == SqlTypeName.UNKNOWN;
    }
}
