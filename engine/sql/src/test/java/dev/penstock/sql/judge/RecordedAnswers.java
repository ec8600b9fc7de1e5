package dev.penstock.sql.judge;

import dev.penstock.sql.judge.Statements.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** PostgreSQL's answers to a file of statements, for where no server can be had; of long ones only a hash. */
record RecordedAnswers(Map<String, String> byKey) {
    private static final int LONG = 600;
    private static final String SEPARATOR = "\n\n";

    static RecordedAnswers read(Path file) throws IOException {
        var answers = new LinkedHashMap<String, String>();
        if (Files.exists(file)) {
            for (String pair : Files.readString(file, StandardCharsets.UTF_8).split(SEPARATOR, -1)) {
                String[] halves = pair.split("\n", 2);
                if (halves.length == 2) {
                    answers.put(halves[0], halves[1].stripTrailing());
                }
            }
        }
        return new RecordedAnswers(answers);
    }

    void write(Path file) throws IOException {
        var text = new StringBuilder();
        byKey.forEach(
                (key, answer) -> text.append(key).append('\n').append(answer).append(SEPARATOR));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text.toString(), StandardCharsets.UTF_8);
    }

    /** What is recorded for an answer. */
    static String recorded(Statement statement, Answer answer) {
        String text = statement.compared(answer);
        long lines = text.lines().count();
        return (text.length() <= LONG && !text.contains(SEPARATOR)
                        ? text
                        : "hash " + Statements.hash(text).substring(0, 32) + " of " + lines + " lines")
                .stripTrailing();
    }
}
