package dev.penstock.sql;

import dev.penstock.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into statements at the semicolons that stand outside quotes, comments and dollar quotes. */
final class StatementSplitter {
    private StatementSplitter() {}

    /** The statements that hold more than white space and comments, without their semicolons. */
    static List<String> split(String text) {
        var statements = new ArrayList<String>();
        int start = 0;
        boolean blank = true;
        for (SqlToken token : SqlTokens.of(text)) {
            if (token.is(";")) {
                if (!blank) {
                    statements.add(text.substring(start, token.start()));
                }
                start = token.end();
                blank = true;
            } else {
                blank &= token.kind() == Kind.COMMENT;
            }
        }
        if (!blank) {
            statements.add(text.substring(start));
        }
        return statements;
    }

    /** Whether the text ends with a semicolon that ends a statement, or holds nothing to run. */
    static boolean isComplete(String text) {
        boolean complete = true;
        for (SqlToken token : SqlTokens.of(text)) {
            complete = token.closed() && (token.is(";") || (complete && token.kind() == Kind.COMMENT));
        }
        return complete;
    }
}
