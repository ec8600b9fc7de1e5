package dev.penstock.sql.dialect;

import dev.penstock.sql.function.TypeRules;
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
        if (types.stream().anyMatch(type -> type.isStruct() || type.getSqlTypeName() == SqlTypeName.ANY)) {
            return super.leastRestrictive(types, rule);
        }
        List<String> names = types.stream()
                .map(type -> PostgresTypes.isUnknown(type) ? TypeRules.UNKNOWN : PostgresTypes.nameOf(type))
                .toList();
        boolean nullable = types.stream().anyMatch(type -> type.isNullable() || PostgresTypes.isUnknown(type));
        if (names.stream().allMatch(TypeRules.UNKNOWN::equals)) {
            return super.leastRestrictive(types, rule);
        }
        return TypeRules.common(names)
                .map(name -> createTypeWithNullability(PostgresTypes.of(this, name), nullable))
                .orElse(null);
    }
}
