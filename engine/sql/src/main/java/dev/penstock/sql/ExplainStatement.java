package dev.penstock.sql;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code EXPLAIN [ANALYZE] statement} or {@code EXPLAIN (option [value], ...) statement}, as PostgreSQL reads it. The options
 * are {@code ANALYZE} and {@code FORMAT TEXT} or {@code JSON}; PostgreSQL's others are refused.
 *
 * @param analyze whether the statement runs
 * @param json whether the answer is JSON instead of lines
 * @param statement what is explained; blanks stand before it, so that its places are those in the whole text
 */
record ExplainStatement(boolean analyze, boolean json, String statement) {
    private static final String SPACE = "(?:\\s|--[^\\n]*(?:\\n|$)|/\\*(?:[^*]|\\*(?!/))*\\*/)*";
    private static final Pattern EXPLAIN = Pattern.compile(SPACE + "explain\\b" + SPACE, Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("([a-z_]+|'[^']*'|[0-9]+)" + SPACE, Pattern.CASE_INSENSITIVE);
    private static final Pattern QUERY =
            Pattern.compile("\\(" + SPACE + "(?:select|with|values|table|\\()", Pattern.CASE_INSENSITIVE);
    private static final Set<String> KNOWN =
            Set.of("verbose", "costs", "settings", "buffers", "wal", "timing", "summary", "generic_plan");

    /**
     * The parts of an EXPLAIN; empty if a text is another statement.
     *
     * @throws EngineException if an option is unknown, or not supported
     */
    static Optional<ExplainStatement> of(String sql) {
        Matcher explain = EXPLAIN.matcher(sql);
        return explain.lookingAt() ? Optional.of(new Reader(sql, explain.end()).read()) : Optional.empty();
    }

    private static EngineException wrong(ErrorCode code, String message) {
        return new EngineException(code, message);
    }

    private static final class Reader {
        private final String sql;
        private int place;
        private boolean analyze;
        private boolean json;

        Reader(String sql, int place) {
            this.sql = sql;
            this.place = place;
        }

        ExplainStatement read() {
            if (sql.startsWith("(", place) && !at(QUERY)) {
                options();
            } else {
                if (word("analyze") || word("analyse")) {
                    analyze = true;
                }
                if (word("verbose")) {
                    throw unsupported("verbose");
                }
            }
            if (place == sql.length()) {
                throw wrong(ErrorCode.SYNTAX_ERROR, "syntax error at end of input");
            }
            return new ExplainStatement(
                    analyze, json, sql.substring(0, place).replaceAll("[^\\n]", " ") + sql.substring(place));
        }

        private void options() {
            do {
                place++;
                skipSpace();
                option(next().toLowerCase(Locale.ROOT));
            } while (sql.startsWith(",", place));
            if (!sql.startsWith(")", place)) {
                throw atPlace();
            }
            place++;
            skipSpace();
        }

        private void option(String name) {
            boolean valued = !sql.startsWith(",", place) && !sql.startsWith(")", place);
            String value = valued ? next().replace("'", "").toLowerCase(Locale.ROOT) : "";
            switch (name) {
                case "analyze", "analyse" -> analyze = truth(name, value);
                case "format" -> json = isJson(value);
                default -> {
                    throw KNOWN.contains(name)
                            ? unsupported(name)
                            : wrong(ErrorCode.SYNTAX_ERROR, "unrecognized EXPLAIN option \"" + name + "\"");
                }
            }
        }

        private static boolean truth(String name, String value) {
            return switch (value) {
                case "", "true", "on", "1" -> true;
                case "false", "off", "0" -> false;
                default -> throw wrong(ErrorCode.SYNTAX_ERROR, name + " requires a Boolean value");
            };
        }

        private static boolean isJson(String value) {
            return switch (value) {
                case "text" -> false;
                case "json" -> true;
                case "" -> throw wrong(ErrorCode.SYNTAX_ERROR, "format requires a parameter");
                case "xml", "yaml" -> throw unsupported("format " + value);
                default ->
                    throw wrong(
                            ErrorCode.INVALID_PARAMETER,
                            "unrecognized value for EXPLAIN option \"format\": \"" + value + "\"");
            };
        }

        private static EngineException unsupported(String option) {
            return wrong(
                    ErrorCode.NOT_SUPPORTED,
                    "EXPLAIN option \"" + option
                            + "\" is not supported; there are analyze, format text and format json");
        }

        private boolean word(String wanted) {
            Matcher word = WORD.matcher(sql).region(place, sql.length());
            if (!word.lookingAt() || !word.group(1).equalsIgnoreCase(wanted)) {
                return false;
            }
            place = word.end();
            return true;
        }

        private String next() {
            Matcher word = WORD.matcher(sql).region(place, sql.length());
            if (!word.lookingAt()) {
                throw atPlace();
            }
            place = word.end();
            return word.group(1);
        }

        private EngineException atPlace() {
            return wrong(
                    ErrorCode.SYNTAX_ERROR,
                    place == sql.length()
                            ? "syntax error at end of input"
                            : "syntax error at or near \"" + sql.charAt(place) + "\"");
        }

        private boolean at(Pattern pattern) {
            return pattern.matcher(sql).region(place, sql.length()).lookingAt();
        }

        private void skipSpace() {
            Matcher space = Pattern.compile(SPACE).matcher(sql).region(place, sql.length());
            if (space.lookingAt()) {
                place = space.end();
            }
        }
    }
}
