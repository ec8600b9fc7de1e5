package dev.penstock.sql.dialect;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** Precisions and derived types as PostgreSQL has them. */
final class PostgresTypeSystem extends RelDataTypeSystemImpl {
    static final PostgresTypeSystem INSTANCE = new PostgresTypeSystem();

    /** Precision and scale of a numeric without any: PostgreSQL's own limits (chapter 8.1.2). */
    private static final int NUMERIC_PRECISION = 131_072;

    private PostgresTypeSystem() {}

    @Override
    public int getMaxScale(SqlTypeName type) {
        return type == SqlTypeName.DECIMAL ? NUMERIC_PRECISION / 2 : super.getMaxScale(type);
    }

    @Override
    public int getMaxPrecision(SqlTypeName type) {
        return switch (type) {
            case DECIMAL -> NUMERIC_PRECISION;
            case TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE, TIME -> 6;
            default -> super.getMaxPrecision(type);
        };
    }

    @Override
    public int getDefaultPrecision(SqlTypeName type) {
        return switch (type) {
            case TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE, TIME -> 6;
            default -> super.getDefaultPrecision(type);
        };
    }

    @Override
    public boolean shouldConvertRaggedUnionTypesToVarying() {
        return true;
    }

    @Override
    public RelDataType deriveSumType(RelDataTypeFactory factory, RelDataType argument) {
        return factory.createTypeWithNullability(
                switch (PostgresTypes.nameOf(argument)) {
                    case "int2", "int4" -> factory.createSqlType(SqlTypeName.BIGINT);
                    case "int8" -> PostgresTypes.of(factory, "numeric");
                    default -> argument;
                },
                true);
    }

    @Override
    public RelDataType deriveAvgAggType(RelDataTypeFactory factory, RelDataType argument) {
        return PostgresTypes.nullable(
                factory, PostgresTypes.nameOf(argument).startsWith("float") ? "float8" : "numeric");
    }
}
