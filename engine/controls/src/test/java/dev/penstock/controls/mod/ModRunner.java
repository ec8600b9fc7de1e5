package dev.penstock.controls.mod;

import dev.penstock.sql.judge.EngineSide;
import dev.penstock.sql.judge.Estate;
import dev.penstock.sql.judge.JsonShapes;
import dev.penstock.sql.judge.JudgedTable;
import dev.penstock.sql.judge.ModRun;
import dev.penstock.sql.judge.PostgresSide;
import dev.penstock.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges every SQL text of a mod against PostgreSQL 15, on demand: parsed, validated, run over generated rows, equal. It
 * prints each difference, then the shares.
 */
public final class ModRunner {
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final Pattern ARRAY = Pattern.compile("(?s).*((any|all)\\s*\\(\\s*\\$|\\$\\d\\s*::\\s*text\\[]).*");
    private static final String PLACEHOLDER = "arn:aws:iam::123456789012:user/ann";
    private static final int ROWS = 10;

    private ModRunner() {}

    /**
     * Arguments: the mod's folder, a file of tables (in the form of {@code judge/tables.txt} in the tests of {@code sql}),
     * seeds with commas between, and, for a part of the mod, what its texts' names must contain.
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        ModTexts mod = ModTexts.of(Path.of(arguments[0]));
        mod.problems().forEach(problem -> System.out.println("not evaluated: " + problem));
        String part = arguments.length > 3 ? arguments[3] : "";
        List<ModRun.Text> texts = mod.texts().stream()
                .filter(text -> text.name().contains(part))
                .map(text -> new ModRun.Text(text.name(), text.sql(), parameters(text)))
                .toList();
        List<JudgedTable> tables = JudgedTable.read(Path.of(arguments[1])).stream()
                .filter(table -> texts.stream().anyMatch(text -> text.sql().contains(table.name())))
                .toList();
        var started = PostgresServer.start();
        if (started.isEmpty()) {
            System.out.println("no PostgreSQL 15 here to judge the statements");
            return;
        }
        try (PostgresServer server = started.get()) {
            for (String seed : arguments[2].split(",", -1)) {
                judge(server, texts, tables, Long.parseLong(seed));
            }
        }
    }

    private static void judge(PostgresServer server, List<ModRun.Text> texts, List<JudgedTable> tables, long seed)
            throws IOException, SQLException {
        ZoneId zone = ZoneId.of("UTC");
        var shapes =
                new JsonShapes().sought(texts.stream().map(ModRun.Text::sql).toList());
        try (var postgres = new PostgresSide(server, zone)) {
            Estate estate = Estate.generated(tables, shapes, seed, ROWS, postgres.now());
            postgres.holding(estate);
            try (var engine = new EngineSide(estate, zone)) {
                var run = new ModRun(engine, postgres);
                texts.forEach(run::judge);
                run.differences().forEach(System.out::println);
                System.out.println("seed " + seed + ": " + run.shares());
            }
        }
    }

    /** As many values as the statement has parameters. */
    private static List<@Nullable String> parameters(ModTexts.Text text) {
        int count = 0;
        Matcher parameter = PARAMETER.matcher(text.sql());
        while (parameter.find()) {
            count = Math.max(count, Integer.parseInt(parameter.group(1)));
        }
        boolean array = ARRAY.matcher(text.sql()).matches();
        var values = new ArrayList<@Nullable String>();
        for (int i = 0; i < count; i++) {
            String known = i < text.defaults().size() ? text.defaults().get(i) : null;
            String value = known == null ? PLACEHOLDER : known;
            values.add(array && !value.startsWith("{") ? "{" + value + "}" : value);
        }
        return values;
    }
}
