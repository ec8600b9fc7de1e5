package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values as text for people.
 *
 * @param prettyJson whether JSON is laid out over several lines
 * @param safe whether it is made harmless for a terminal
 */
record CellText(boolean prettyJson, boolean safe) {
    /** What stands for NULL; an empty text is shown as nothing. */
    static final String NULL = "<null>";

    private static final ObjectMapper JSON = new ObjectMapper();

    String of(ResultRows rows, int column, @Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        String text = rows.text(column, value);
        String type = rows.columns().get(column).type();
        boolean json = prettyJson && (type.equals("jsonb") || type.equals("json"));
        String shown = json ? laidOut(text) : text;
        return safe ? SafeText.lines(shown).replace("\t", "    ") : shown;
    }

    private static String laidOut(String text) {
        var laidOut = new StringWriter();
        try (JsonGenerator json = PrettyJson.to(laidOut, "  ")) {
            JSON.writeTree(json, JSON.readTree(text));
        } catch (IOException e) {
            // A value of type json may hold numbers that no reader takes; then its own text is all there is to show.
            return text;
        }
        return laidOut.toString();
    }

    static boolean isNumber(String type) {
        return switch (type) {
            case "int2", "int4", "int8", "numeric", "float4", "float8" -> true;
            default -> false;
        };
    }

    /** The lines of a text, those folded that are wider; best at a blank in their second half. */
    static List<String> folded(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String rest = line;
            while (DisplayWidth.of(rest) > width) {
                int end = Math.max(Character.charCount(rest.codePointAt(0)), DisplayWidth.charactersIn(rest, width));
                int blank = rest.lastIndexOf(' ', end);
                int cut = blank > end / 2 ? blank : end;
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }
}
