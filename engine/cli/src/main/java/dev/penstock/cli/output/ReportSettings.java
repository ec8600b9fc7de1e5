package dev.penstock.cli.output;

import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a report says of its run besides what was found, and what it is to look like.
 *
 * @param origin where the run took place
 * @param header whether CSV has a line of names
 * @param separator what stands between the fields of CSV
 * @param columns how wide text is, if it has to fit a terminal
 * @param colours whether text has colours
 * @param compact whether JSON that only programs read is on one line
 */
public record ReportSettings(
        Origin origin, boolean header, char separator, OptionalInt columns, boolean colours, boolean compact) {

    /** What is written to the terminal. */
    public static ReportSettings of(Origin origin, boolean header, char separator, Terminal terminal) {
        return new ReportSettings(origin, header, separator, terminal.columns(), terminal.colours(), false);
    }

    /** The same in a file: nothing is cut or coloured. */
    public ReportSettings forFile() {
        return new ReportSettings(origin, header, separator, OptionalInt.empty(), false, true);
    }

    /**
     * Where a run took place.
     *
     * @param mod short name of the mod whose names need no prefix
     * @param folder where it was started
     * @param variables the texts of the mod's variables by full name
     * @param version of Penstock
     * @param zone whose times people read
     */
    public record Origin(String mod, String folder, Map<String, String> variables, String version, ZoneId zone) {

        /** Sorts and copies the variables. */
        public Origin {
            variables = new TreeMap<>(variables);
        }
    }
}
