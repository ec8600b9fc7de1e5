package dev.penstock.grammar;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Turns what the generated parser says about a text into what PostgreSQL says. */
final class SyntaxErrors implements PostgresParserImplConstants {
    /** Statements that PostgreSQL has and a read-only engine refuses. */
    private static final Set<String> OTHER_STATEMENTS = Set.of(
            "alter",
            "analyze",
            "begin",
            "call",
            "comment",
            "commit",
            "copy",
            "create",
            "deallocate",
            "declare",
            "delete",
            "do",
            "drop",
            "execute",
            "explain",
            "grant",
            "insert",
            "lock",
            "merge",
            "prepare",
            "refresh",
            "reset",
            "revoke",
            "rollback",
            "savepoint",
            "set",
            "show",
            "start",
            "truncate",
            "update",
            "vacuum");

    private static final Pattern OTHER_CLAUSES =
            Pattern.compile("(?i)(tablesample|into|for\\s+(update|share|no\\s+key\\s+update|key\\s+share)"
                    + "|search\\s+(depth|breadth)\\s+first|cycle)\\b");

    /** How the parser's messages about a wrong token begin. */
    private static final List<String> UNEXPECTED = List.of("Encountered", "Non-query expression", "Expecting alias");

    private SyntaxErrors() {}

    /** An error that the grammar itself finds at a place of the text. */
    static CalciteContextException at(SqlParserPos position, String message) {
        return new CalciteContextException(
                message,
                new IllegalArgumentException(message),
                position.getLineNum(),
                position.getColumnNum(),
                position.getEndLineNum(),
                position.getEndColumnNum());
    }

    /** What went wrong, as PostgreSQL words it, where PostgreSQL sees it. */
    static SyntaxException of(String sql, SqlParseException wrong) {
        SqlParserPos position = wrong.getPos();
        String message = String.valueOf(wrong.getMessage());
        if (position == null) {
            // The parser gives every mistake of the text a place, so this is a fault of the parser.
            throw new IllegalStateException("parser failed: " + firstLine(message), wrong);
        }
        int line = position.getLineNum();
        int column = position.getColumnNum();
        if (message.startsWith("Lexical error")) {
            int at = offset(sql, line, column);
            boolean comment = sql.lastIndexOf("/*") > sql.lastIndexOf("*/");
            // Of a last character that begins nothing the lexer says that the text ends behind it.
            return at == sql.length() && !comment
                    ? new SyntaxException(lexical(sql, at - 1), line, column - 1, wrong)
                    : new SyntaxException(lexical(sql, at), line, column, wrong);
        }
        if (UNEXPECTED.stream().noneMatch(message::startsWith)) {
            return new SyntaxException(firstLine(message), line, column, wrong);
        }
        List<Token> tokens = tokens(sql);
        int first = indexAt(tokens, line, column);
        Token token =
                tokens.get(first + viable(tokens.subList(first, tokens.size()), wrong.getExpectedTokenSequences()));
        boolean opens = first == 0 || tokens.get(first - 1).kind == SEMICOLON;
        String text = opens ? opening(sql, token) : refused(sql, token);
        return new SyntaxException(text, token.beginLine, token.beginColumn, wrong);
    }

    private static String opening(String sql, Token token) {
        return OTHER_STATEMENTS.contains(token.image.toLowerCase(Locale.ROOT))
                ? token.image.toUpperCase(Locale.ROOT) + " is not supported: only queries can be run"
                : unexpected(sql, token);
    }

    /** Clauses of queries that PostgreSQL has and we have not. */
    private static String refused(String sql, Token token) {
        String rest = sql.substring(offset(sql, token.beginLine, token.beginColumn));
        Matcher clause = OTHER_CLAUSES.matcher(rest);
        return clause.lookingAt()
                ? clause.group().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ") + " is not supported"
                : unexpected(sql, token);
    }

    private static String unexpected(String sql, Token token) {
        String rest = sql.substring(offset(sql, token.beginLine, token.beginColumn));
        return switch (token.kind) {
            case EOF -> "syntax error at end of input";
            case QUOTE -> "unterminated quoted string at or near \"" + firstLine(rest) + "\"";
            case JUNK_AFTER_NUMBER -> "trailing junk after numeric literal at or near \"" + token.image + "\"";
            case DOUBLE_QUOTE -> "unterminated quoted identifier at or near \"" + firstLine(rest) + "\"";
            default -> "syntax error at or near \"" + token.image + "\"";
        };
    }

    private static String lexical(String sql, int at) {
        String rest = sql.substring(at);
        if (rest.isEmpty()) {
            return "unterminated /* comment";
        }
        return rest.startsWith("$")
                ? "unterminated dollar-quoted string at or near \"" + firstLine(rest) + "\""
                : "syntax error at or near \"" + rest.charAt(0) + "\"";
    }

    /**
     * How many of the tokens fit. The parser looks two tokens ahead and stops at the first of them even when only the
     * second one is wrong; the sequences that it expected tell which it was.
     */
    private static int viable(List<Token> tokens, int[][] expected) {
        int most = 0;
        for (int[] sequence : expected == null ? new int[0][] : expected) {
            int fitting = 0;
            while (fitting < sequence.length
                    && fitting < tokens.size() - 1
                    && sequence[fitting] == tokens.get(fitting).kind) {
                fitting++;
            }
            most = Math.max(most, fitting);
        }
        return most;
    }

    private static int indexAt(List<Token> tokens, int line, int column) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.endLine > line || token.endLine == line && token.endColumn >= column) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    /** All tokens up to the end, or to the place where the text breaks. */
    private static List<Token> tokens(String sql) {
        SimpleCharStream characters = new SimpleCharStream(new StringReader(sql), 1, 1);
        characters.setTabSize(1);
        PostgresParserImplTokenManager lexer = new PostgresParserImplTokenManager(characters, DQID);
        List<Token> tokens = new ArrayList<>();
        try {
            do {
                tokens.add(lexer.getNextToken());
            } while (tokens.get(tokens.size() - 1).kind != EOF);
        } catch (TokenMgrError broken) {
            // The error being reported lies before this place.
            return tokens;
        }
        Token end = tokens.get(tokens.size() - 1);
        end.beginLine = (int) sql.chars().filter(c -> c == '\n').count() + 1;
        end.beginColumn = sql.length() - sql.lastIndexOf('\n');
        end.endLine = end.beginLine;
        end.endColumn = end.beginColumn;
        return tokens;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("syntax error");
    }

    private static int offset(String sql, int line, int column) {
        int start = 0;
        for (int n = 1; n < line; n++) {
            start = sql.indexOf('\n', start) + 1;
        }
        return Math.min(start + column - 1, sql.length());
    }
}
