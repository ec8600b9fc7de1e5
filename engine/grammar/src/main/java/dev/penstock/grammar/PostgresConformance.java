package dev.penstock.grammar;

import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;

/** What PostgreSQL allows where the template asks: Calcite's LENIENT without the additions of other databases. */
final class PostgresConformance extends SqlDelegatingConformance {
    PostgresConformance() {
        super(SqlConformanceEnum.LENIENT);
    }

    @Override
    public boolean isLimitStartCountAllowed() {
        return false;
    }

    /** Names of output columns are taken before validation where PostgreSQL takes them. */
    @Override
    public boolean isGroupByAlias() {
        return false;
    }

    @Override
    public boolean isGroupByOrdinal() {
        return false;
    }

    @Override
    public boolean isHavingAlias() {
        return false;
    }

    @Override
    public boolean isMinusAllowed() {
        return false;
    }

    @Override
    public boolean isValueAllowed() {
        return false;
    }

    @Override
    public boolean isApplyAllowed() {
        return false;
    }

    @Override
    public boolean allowCharLiteralAlias() {
        return false;
    }

    @Override
    public boolean allowGeometry() {
        return false;
    }

    @Override
    public boolean isColonFieldAccessAllowed() {
        return false;
    }

    @Override
    public boolean splitQuotedTableName() {
        return false;
    }
}
