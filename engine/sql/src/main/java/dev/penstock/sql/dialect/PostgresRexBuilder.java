package dev.penstock.sql.dialect;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Leaves casts of literals to numeric to the run: folded while planning, they would get the digits of a common scale. */
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
        return operand instanceof RexLiteral literal
                        && !literal.isNull()
                        && type.getSqlTypeName() == SqlTypeName.DECIMAL
                ? makeAbstractCast(position, type, operand, safe, format)
                : super.makeCast(position, type, operand, matchNullability, safe, format);
    }
}
