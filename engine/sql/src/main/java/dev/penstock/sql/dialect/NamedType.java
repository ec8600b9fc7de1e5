package dev.penstock.sql.dialect;

import java.util.Locale;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFamily;
import org.apache.calcite.sql.type.AbstractSqlType;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;

/** A type that PostgreSQL has and Calcite lacks: jsonb, json, interval, inet and the like, told apart by name. */
final class NamedType extends AbstractSqlType {
    private static final long serialVersionUID = 1L;

    private final String name;

    NamedType(String name, boolean nullable) {
        super(SqlTypeName.OTHER, nullable, null);
        this.name = name;
        computeDigest();
    }

    @Override
    public RelDataTypeFamily getFamily() {
        return name.equals("numeric") ? SqlTypeFamily.NUMERIC : Family.of(name);
    }

    /** PostgreSQL's name. */
    String name() {
        return name;
    }

    @Override
    protected void generateTypeString(StringBuilder out, boolean withDetail) {
        out.append(name);
    }

    @Override
    public String toString() {
        return name;
    }

    /** The same type with or without NULL. */
    RelDataType withNullability(boolean nullable) {
        return nullable == isNullable() ? this : new NamedType(name, nullable);
    }

    /** Types of one name compare with each other and with nothing else. */
    private enum Family implements RelDataTypeFamily {
        JSONB,
        RECORD,
        JSON,
        INTERVAL,
        INET,
        CIDR,
        UUID,
        MONEY,
        BYTEA,
        BPCHAR,
        JSONPATH,
        REGTYPE,
        TIME,
        TIMETZ;

        static Family of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
