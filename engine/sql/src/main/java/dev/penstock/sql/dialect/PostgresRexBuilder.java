package dev.penstock.sql.dialect;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.parser.SqlParserPos;

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
}
