package dev.penstock.sql.dialect;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeMappingRule;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Makes types, PostgreSQL's own among them. */
public final class PostgresTypeFactory extends SqlTypeFactoryImpl {

    /** A factory of one statement. */
    public PostgresTypeFactory() {
        super(PostgresTypeSystem.INSTANCE);
    }

    @Override
    public Charset getDefaultCharset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public RelDataType createTypeWithNullability(RelDataType type, boolean nullable) {
        return type instanceof NamedType named
                ? canonize(named.withNullability(nullable))
                : super.createTypeWithNullability(type, nullable);
    }

    /** String literals and everything else that Calcite takes for CHAR are text: nothing is ever padded. */
    @Override
    public RelDataType createSqlType(SqlTypeName type, int precision) {
        return type == SqlTypeName.CHAR || type == SqlTypeName.VARCHAR
                ? super.createSqlType(SqlTypeName.VARCHAR, RelDataType.PRECISION_NOT_SPECIFIED)
                : super.createSqlType(type, precision);
    }

    @Override
    public @Nullable RelDataType leastRestrictive(List<RelDataType> types, SqlTypeMappingRule rule) {
        NamedType named = null;
        boolean nullable = false;
        for (RelDataType type : types) {
            nullable |= type.isNullable();
            if (type instanceof NamedType one) {
                if (named != null && !named.name().equals(one.name())) {
                    return null;
                }
                named = one;
            }
        }
        if (named == null) {
            return super.leastRestrictive(types, rule);
        }
        for (RelDataType type : types) {
            if (!(type instanceof NamedType) && !PostgresTypes.isUnknown(type)) {
                return null;
            }
        }
        return canonize(named.withNullability(nullable));
    }
}
