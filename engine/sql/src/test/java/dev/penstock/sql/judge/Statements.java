package dev.penstock.sql.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements of one file: each ends with a semicolon at the end of a line, comment lines before it mark it.
 *
 * @param zone the time zone of both sides: a first line {@code -- zone Europe/Berlin}, else UTC
 */
record Statements(String name, ZoneId zone, List<Statement> statements) {
    private static final Pattern ZONE = Pattern.compile("\\A-- zone (\\S+)\n");
    private static final String WORDING_DIFFERS = "-- wording differs\n";
    private static final Pattern PARAMETERS = Pattern.compile("(?m)^-- parameters: (.*)\n");
    private static final Pattern NOW =
            Pattern.compile("(?i)\\bnow\\b|current_|local_?time|\\bage\\s*\\([^,()]*\\)|_timestamp\\(\\)|'today'|"
                    + "'tomorrow'|'yesterday'|random\\(\\)");

    /**
     * A statement.
     *
     * @param wordingDiffers whether we word its error in our own way, so that only the SQLSTATE counts
     * @param parameters texts for {@code $1}, {@code $2}, ...
     */
    record Statement(String sql, boolean wordingDiffers, List<String> parameters) {

        /** Whether its answer depends on when it runs, so that no recorded answer can stand for it. */
        boolean dependsOnNow() {
            return NOW.matcher(sql).find();
        }

        /** An answer as it is compared. */
        String compared(Answer answer) {
            if (wordingDiffers && answer instanceof Answer.Failed failed) {
                return "ERROR " + failed.sqlState();
            }
            return answer.compared(TopOrder.isOrdered(sql));
        }

        /** What stands for the statement beside its recorded answer. */
        String key() {
            String begin = sql.replaceAll("\\s+", " ");
            return hash(sql + parameters).substring(0, 12) + " "
                    + begin.substring(0, Math.min(begin.length(), 60)).strip();
        }
    }

    static List<Statements> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var read = new ArrayList<Statements>();
            for (Path file : files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                read.add(read(file));
            }
            return read;
        }
    }

    private static Statements read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        var zone = ZONE.matcher(text);
        ZoneId zoneId = zone.find() ? ZoneId.of(zone.group(1)) : ZoneId.of("UTC");
        var statements = new ArrayList<Statement>();
        for (String part : text.split(";[ ]*\n", -1)) {
            String sql = part.strip();
            if (!sql.isEmpty()) {
                statements.add(statement(sql));
            }
        }
        String name = file.getFileName().toString().replace(".sql", "");
        return new Statements(name, zoneId, statements);
    }

    private static Statement statement(String marked) {
        var parameters = PARAMETERS.matcher(marked);
        List<String> values = parameters.find() ? List.of(parameters.group(1).split(" \\| ", -1)) : List.of();
        String sql = parameters.replaceAll("").replaceFirst(WORDING_DIFFERS, "");
        return new Statement(sql.strip(), marked.contains(WORDING_DIFFERS), values);
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
