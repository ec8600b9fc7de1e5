package dev.penstock.hcl;

/**
 * One thing that is wrong in a file.
 *
 * @param problem what, in one sentence without an end
 * @param suggestion what to do about it, or empty
 * @param position where
 * @param line the line of the file that holds the position, or empty if it is not at hand
 */
public record Diagnostic(String problem, String suggestion, SourcePosition position, String line) {
    private static final int WIDEST = 160;

    /** Place, problem and suggestion on one line. */
    public String message() {
        return position + ": " + problem + (suggestion.isEmpty() ? "" : "; " + suggestion);
    }

    /** The message, the line of the file and a caret below the place. */
    public String rendered() {
        if (line.isEmpty()) {
            return message();
        }
        int[] points = line.codePoints().toArray();
        int column = Math.min(position.column() - 1, points.length);
        int from = Math.max(0, Math.min(column - WIDEST / 2, points.length - WIDEST));
        int to = Math.min(points.length, from + WIDEST);
        String shown = new String(points, from, to - from);
        String before = new String(points, from, column - from).replaceAll("[^\\t]", " ");
        return message() + "\n    " + shown + "\n    " + before + "^";
    }
}
