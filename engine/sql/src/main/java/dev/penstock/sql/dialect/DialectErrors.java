package dev.penstock.sql.dialect;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import dev.penstock.spi.error.TextPosition;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;

/** Says in PostgreSQL's words what the validator found wrong. */
final class DialectErrors {
    private static final Pattern NO_TABLE = Pattern.compile("(?:Object|Table) '([^']*)' not found.*");
    private static final Pattern NO_COLUMN = Pattern.compile(
            "Column '([^']*)' not found in (?:any table|table '([^']*)')(?:; did you mean '[^']*'\\?)?");
    private static final Pattern AMBIGUOUS = Pattern.compile("Column '([^']*)' is ambiguous");
    private static final Pattern NOT_GROUPED = Pattern.compile("Expression '([^']*)' is not being grouped");

    private static final Pattern COLUMN_COUNT = Pattern.compile("Column count mismatch in (.*)");
    private static final Pattern NO_WINDOW = Pattern.compile("Window '([^']*)' not found");

    private DialectErrors() {}

    static EngineException of(CalciteContextException thrown, Collection<String> tables, Collection<String> columns) {
        Throwable cause = thrown.getCause();
        if (cause instanceof EngineException known) {
            return known;
        }
        String message = String.valueOf(cause == null ? thrown.getMessage() : cause.getMessage())
                .replaceAll("\\s+", " ");
        var position = new TextPosition(Math.max(1, thrown.getPosLine()), Math.max(1, thrown.getPosColumn()));
        return worded(message, tables, columns, position, thrown);
    }

    private static EngineException worded(
            String message,
            Collection<String> tables,
            Collection<String> columns,
            TextPosition position,
            CalciteContextException thrown) {
        Matcher table = NO_TABLE.matcher(message);
        if (table.matches()) {
            String name = table.group(1);
            return error(
                    ErrorCode.UNDEFINED_TABLE,
                    "relation \"" + name + "\" does not exist" + NearestName.hint(name, tables),
                    position,
                    thrown);
        }
        Matcher column = NO_COLUMN.matcher(message);
        if (column.matches()) {
            String name = column.group(1);
            String owner = column.group(2);
            return error(
                    ErrorCode.UNDEFINED_COLUMN,
                    "column " + (owner == null ? "\"" + name + "\"" : owner + "." + name) + " does not exist"
                            + NearestName.hint(name, columns),
                    position,
                    thrown);
        }
        Matcher ambiguous = AMBIGUOUS.matcher(message);
        if (ambiguous.matches()) {
            return error(
                    ErrorCode.AMBIGUOUS_COLUMN,
                    "column reference \"" + ambiguous.group(1) + "\" is ambiguous",
                    position,
                    thrown);
        }
        Matcher grouped = NOT_GROUPED.matcher(message);
        if (grouped.matches()) {
            return error(
                    ErrorCode.GROUPING_ERROR,
                    "column \"" + grouped.group(1).replace("`", "").replace("\"", "")
                            + "\" must appear in the GROUP BY clause or be used in an aggregate function",
                    position,
                    thrown);
        }
        if (message.equals("Windowed aggregate expression is illegal in WHERE clause")) {
            return error(ErrorCode.WINDOWING_ERROR, "window functions are not allowed in WHERE", position, thrown);
        }
        if (message.endsWith(" is not in the select clause")) {
            return error(
                    ErrorCode.INVALID_STATEMENT,
                    "for SELECT DISTINCT, ORDER BY expressions must appear in select list",
                    position,
                    thrown);
        }
        Matcher counts = COLUMN_COUNT.matcher(message);
        if (counts.matches()) {
            return error(
                    ErrorCode.SYNTAX_ERROR,
                    "each " + counts.group(1).replace(" ALL", "") + " query must have the same number of columns",
                    position,
                    thrown);
        }
        if (message.startsWith("Cannot apply '$SCALAR_QUERY'")) {
            return error(ErrorCode.SYNTAX_ERROR, "subquery must return only one column", position, thrown);
        }
        if (message.equals("Aggregate expression is illegal in GROUP BY clause")) {
            return error(ErrorCode.GROUPING_ERROR, "aggregate functions are not allowed in GROUP BY", position, thrown);
        }
        if (message.equals("Aggregate expressions cannot be nested")) {
            return error(ErrorCode.GROUPING_ERROR, "aggregate function calls cannot be nested", position, thrown);
        }
        if (message.equals("OVER clause is necessary for window functions")) {
            return error(ErrorCode.WRONG_OBJECT_TYPE, "window function requires an OVER clause", position, thrown);
        }
        if (message.contains("join requires a condition")) {
            return error(ErrorCode.SYNTAX_ERROR, "syntax error: JOIN needs ON or USING", position, thrown);
        }
        Matcher window = NO_WINDOW.matcher(message);
        if (window.matches()) {
            return error(ErrorCode.UNKNOWN_NAME, "window \"" + window.group(1) + "\" does not exist", position, thrown);
        }
        if (message.equals("Aggregate expression is illegal in WHERE clause")) {
            return error(ErrorCode.GROUPING_ERROR, "aggregate functions are not allowed in WHERE", position, thrown);
        }
        return error(ErrorCode.DATATYPE_MISMATCH, message, position, thrown);
    }

    private static EngineException error(
            ErrorCode code, String message, TextPosition position, CalciteContextException thrown) {
        return new EngineException(code, message, position, thrown);
    }
}
