package dev.penstock.hcl;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the indentation that all lines have off a heredoc. What counts is the text as written, after trimming: a line that
 * begins with a sequence has no indentation, and a line whose line end was trimmed away before it is no line of its own.
 */
final class Indentation {
    private Indentation() {}

    static List<Piece> without(List<Piece> pieces) {
        boolean[] cut = new boolean[pieces.size()];
        int least = Integer.MAX_VALUE;
        boolean lineBegins = true;
        for (int i = 0; i < pieces.size(); i++) {
            String text = pieces.get(i) instanceof Piece.Text literal ? literal.text() : "";
            if (lineBegins && !isBlankLine(text)) {
                cut[i] = true;
                least = Math.min(least, indentation(text));
            }
            lineBegins = text.endsWith("\n");
        }
        List<Piece> flush = new ArrayList<>();
        for (int i = 0; i < cut.length; i++) {
            Piece piece = pieces.get(i);
            flush.add(
                    cut[i] && piece instanceof Piece.Text text
                            ? text.with(text.text().substring(least))
                            : piece);
        }
        return flush;
    }

    /** Blank lines neither count nor lose anything. */
    private static boolean isBlankLine(String text) {
        return text.endsWith("\n") && Words.withoutLeadingSpace(text).isEmpty();
    }

    private static int indentation(String text) {
        return text.length() - Words.withoutLeadingSpace(text).length();
    }
}
