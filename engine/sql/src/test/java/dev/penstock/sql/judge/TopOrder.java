package dev.penstock.sql.judge;

/** Whether a statement orders its rows: an ORDER BY outside of every parenthesis, text and comment. */
final class TopOrder {
    private TopOrder() {}

    static boolean isOrdered(String sql) {
        String bare = sql.replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("'(?:[^']|'')*'", "''")
                .replaceAll("--[^\n]*", " ")
                .toLowerCase(java.util.Locale.ROOT);
        int depth = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (depth == 0
                    && c == 'o'
                    && bare.substring(i).matches("(?s)order\\s+by\\b.*")
                    && (i == 0 || !Character.isLetterOrDigit(bare.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }
}
