package dev.penstock.grammar;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUserDefinedTypeNameSpec;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The tree of a cast, however it was written. */
final class Casts {
    private Casts() {}

    /** CAST, or a call of {@code interval(x)}: Calcite's interval types cannot hold PostgreSQL's intervals. */
    static SqlCall cast(SqlParserPos position, SqlNode value, SqlDataTypeSpec type) {
        if (type.getTypeNameSpec() instanceof SqlUserDefinedTypeNameSpec named
                && named.getTypeName().isSimple()
                && (named.getTypeName().getSimple() + " ").startsWith(PostgresTypes.INTERVAL + " ")) {
            String fields = named.getTypeName().getSimple().substring(PostgresTypes.INTERVAL.length());
            return PostgresOperators.interval(position, value, fields.strip());
        }
        return SqlStdOperatorTable.CAST.createCall(position, value, type);
    }
}
