package dev.penstock.sql.dialect;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Casts to our own types by our own function: Calcite does not know what they hold. */
final class PostgresRexBuilder extends RexBuilder {
    PostgresRexBuilder(RelDataTypeFactory typeFactory) {
        super(typeFactory);
    }

    @Override
    public RexNode makeCast(
            SqlParserPos position,
            RelDataType type,
            RexNode operand,
            boolean matchNullability,
            boolean safe,
            RexLiteral format) {
        return type instanceof NamedType named && !(operand instanceof RexLiteral literal && literal.isNull())
                ? makeCall(type, new CastFunction(named.name()), List.of(operand))
                : super.makeCast(position, type, operand, matchNullability, safe, format);
    }

    /** Simplifying comparisons, Calcite makes literals of the type compared, which it must know. */
    @Override
    public RexNode makeLiteral(@Nullable Object value, RelDataType type, boolean allowCast, boolean trim) {
        return value instanceof BigDecimal number && type instanceof NamedType
                ? makeLiteral(number, type, SqlTypeName.DECIMAL)
                : super.makeLiteral(value, type, allowCast, trim);
    }
}
