package dev.penstock.sql.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges every statement of a mod, on demand. The statements come as lines of JSON with {@code name}, {@code sql} and
 * {@code params} (defaults, null where there is none), the tables as in {@code tables.txt}.
 */
public final class ModRunner {
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final Pattern ARRAY = Pattern.compile("(?s).*((any|all)\\s*\\(\\s*\\$|\\$\\d\\s*::\\s*text\\[]).*");
    private static final String PLACEHOLDER = "arn:aws:iam::123456789012:user/ann";
    private static final int ROWS = 10;

    private ModRunner() {}

    /** Arguments: the file of statements, the file of tables, then seeds. */
    public static void main(String[] arguments) throws IOException, SQLException {
        List<ModRun.Text> texts = texts(Path.of(arguments[0]));
        List<JudgedTable> tables = JudgedTable.read(Path.of(arguments[1])).stream()
                .filter(table -> texts.stream().anyMatch(text -> text.sql().contains(table.name())))
                .toList();
        var shapes =
                new JsonShapes().sought(texts.stream().map(ModRun.Text::sql).toList());
        var started = PostgresServer.start();
        if (started.isEmpty()) {
            System.out.println("no PostgreSQL 15 here to judge the statements");
            return;
        }
        try (PostgresServer server = started.get()) {
            for (String seed : List.of(arguments).subList(2, arguments.length)) {
                judge(server, texts, tables, shapes, Long.parseLong(seed));
            }
        }
    }

    private static void judge(
            PostgresServer server, List<ModRun.Text> texts, List<JudgedTable> tables, JsonShapes shapes, long seed)
            throws IOException, SQLException {
        ZoneId zone = ZoneId.of("UTC");
        try (var postgres = new PostgresSide(server, zone)) {
            Estate estate = Estate.generated(tables, shapes, seed, ROWS, postgres.now());
            postgres.holding(estate);
            try (var engine = new EngineSide(estate, zone)) {
                var run = new ModRun(engine, postgres);
                texts.forEach(run::judge);
                run.differences().forEach(System.out::println);
                System.out.println("seed " + seed + ": " + run.counts());
            }
        }
    }

    private static List<ModRun.Text> texts(Path file) throws IOException {
        var mapper = new ObjectMapper();
        var texts = new ArrayList<ModRun.Text>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = mapper.readTree(line);
            String sql = node.get("sql").asText();
            texts.add(new ModRun.Text(node.get("name").asText(), sql, parameters(sql, node.get("params"))));
        }
        return texts;
    }

    /** As many values as the statement has parameters. */
    private static List<@Nullable String> parameters(String sql, JsonNode defaults) {
        int count = 0;
        Matcher parameter = PARAMETER.matcher(sql);
        while (parameter.find()) {
            count = Math.max(count, Integer.parseInt(parameter.group(1)));
        }
        var values = new ArrayList<@Nullable String>();
        for (int i = 0; i < count; i++) {
            String value = defaults.hasNonNull(i) ? defaults.get(i).asText() : PLACEHOLDER;
            boolean array = ARRAY.matcher(sql).matches() && !value.startsWith("{");
            values.add(array ? "{" + value + "}" : value);
        }
        return values;
    }
}
