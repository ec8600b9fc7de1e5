package dev.penstock.grammar;

import java.util.List;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformance;

/** Reads SQL as PostgreSQL reads it. */
public final class PostgresParser {
    /** PostgreSQL cuts names at 63 bytes; nothing is gained by doing so here. */
    private static final int LONGEST_NAME = 10_000;

    private PostgresParser() {}

    /** The configuration of Calcite's parser: names folded to lower case, "quoted" names kept, our grammar. */
    public static SqlParser.Config config() {
        return SqlParser.config()
                .withParserFactory(PostgresParserImpl.FACTORY)
                .withQuoting(Quoting.DOUBLE_QUOTE)
                .withUnquotedCasing(Casing.TO_LOWER)
                .withQuotedCasing(Casing.UNCHANGED)
                .withCaseSensitive(true)
                .withIdentifierMaxLength(LONGEST_NAME)
                .withConformance(conformance());
    }

    /** What the grammar allows; validation may start from it. */
    public static SqlConformance conformance() {
        return new PostgresConformance();
    }

    /**
     * The queries of a text, between semicolons; none if it holds nothing but white space and comments.
     *
     * @throws SyntaxException if one of them is not a query
     */
    public static List<SqlNode> statements(String sql) {
        if (sql.isEmpty()) {
            return List.of(); // the generated reader needs a character
        }
        try {
            return List.copyOf(SqlParser.create(sql, config()).parseStmtList().getList());
        } catch (SqlParseException wrong) {
            throw SyntaxErrors.of(sql, wrong);
        }
    }
}
