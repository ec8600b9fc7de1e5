package dev.penstock.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Statements in a file {@code x.sql}, each up to a semicolon at the end of a line, and PostgreSQL's answers in {@code x.txt}. */
record StatementFile(Path path) {
    private static final Path FOLDER = Path.of("src/test/resources/postgres");

    /** Every file, by name. */
    static List<StatementFile> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(StatementFile::new)
                    .toList();
        }
    }

    String name() {
        return String.valueOf(path.getFileName()).replace(".sql", "");
    }

    List<String> statements() throws IOException {
        return Stream.of(Files.readString(path).split(";\n", -1))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    /** The recorded answers. */
    Map<String, String> answers() throws IOException {
        var answers = new LinkedHashMap<String, String>();
        if (Files.exists(answerPath())) {
            for (String pair : Files.readString(answerPath()).split("\n\n", -1)) {
                int end = pair.indexOf(";\n");
                if (end > 0) {
                    answers.put(pair.substring(0, end), pair.substring(end + 2));
                }
            }
        }
        return answers;
    }

    void record(Map<String, String> answers) throws IOException {
        var text = new StringBuilder();
        answers.forEach(
                (sql, answer) -> text.append(sql).append(";\n").append(answer).append("\n\n"));
        Files.writeString(answerPath(), text);
    }

    private Path answerPath() {
        return path.resolveSibling(name() + ".txt");
    }
}
