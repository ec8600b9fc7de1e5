package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.config.Configuration;
import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.controls.model.Arguments;
import dev.penstock.controls.model.BoundQuery;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.run.CheckTree;
import dev.penstock.controls.run.ControlRunner;
import dev.penstock.controls.run.RunListener;
import dev.penstock.controls.run.RunSettings;
import dev.penstock.spi.error.EngineException;
import dev.penstock.sql.CatalogTable;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import dev.penstock.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A checkout of the public aws_compliance mod, unmodified, beside PostgreSQL over the same rows. On demand:
 * {@code -Dpenstock.publicMod=<folder>}.
 */
@EnabledIfSystemProperty(named = "penstock.publicMod", matches = ".+")
class PublicModTest {
    private static final String BENCHMARK = System.getProperty("penstock.publicMod.benchmark", "cis_v200_1");

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    @Test
    void itsControlsGiveWhatPostgresGivesAndTablesThatAreNotThereAreErrors() throws IOException, SQLException {
        Mod mod = ModLoader.load(Path.of(System.getProperty("penstock.publicMod")), ModSettings.NONE);
        var tree = new CheckTree(List.of(mod.benchmark(BENCHMARK)));
        try (AwsSimulator simulator = AwsSimulator.start(Estates.demo(Instant.now()), SimulatorOptions.defaults());
                Engine engine = Engine.open(
                        Configuration.demo(simulator.endpoint(), 64).connections(), EngineSettings.defaults());
                Session session = engine.openSession();
                var runner = new ControlRunner(
                        session, EngineSettings.defaults().clock(), RunSettings.defaults(), RunListener.NONE);
                PostgresServer server = PostgresServer.start().orElseThrow()) {
            CheckReport report = runner.run(tree);
            try (Connection postgres = server.connect()) {
                copyTables(session, tree, postgres);
                Map<String, ReportNode.Check> checks = new TreeMap<>();
                report.roots().forEach(root -> collect(root, checks));
                assertThat(checks).hasSameSizeAs(tree.controls());
                var compared = new ArrayList<String>();
                for (ReportNode.Check check : checks.values()) {
                    assertThat(said(check)).as(check.node().fullName()).isEqualTo(said(check.node(), postgres));
                    compared.add(check.node().name() + ": " + check.counts().total() + " rows"
                            + check.error().map(error -> ", " + error.message()).orElse(""));
                }
                System.out.println(String.join("\n", compared));
            }
        }
    }

    private static void collect(ReportNode node, Map<String, ReportNode.Check> checks) {
        if (node instanceof ReportNode.Group group) {
            group.children().forEach(child -> collect(child, checks));
        } else if (node instanceof ReportNode.Check check) {
            checks.put(check.node().fullName(), check);
        }
    }

    /** The rows of a control, sorted, or the error without its place. */
    private static List<String> said(ReportNode.Check check) {
        if (check.error().isPresent()) {
            return List.of(check.error().get().message().replaceAll(" \\(line .*|; did you mean .*", ""));
        }
        return check.results().stream().map(PublicModTest::line).sorted().toList();
    }

    private static String line(ControlResult result) {
        return Stream.concat(
                        Stream.of(result.status().text(), result.resource(), result.reason()),
                        result.dimensions().stream().map(dimension -> dimension.key() + "=" + dimension.value()))
                .collect(Collectors.joining(" | "));
    }

    private static List<String> said(Control control, Connection postgres) throws SQLException {
        BoundQuery query = control.bind(Arguments.NONE);
        var lines = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        // A question mark is an operator in SQL and a place for a value in JDBC.
        String sql = PLACE.matcher(query.sql().replace("?", "??")).replaceAll(place -> {
            places.add(Integer.parseInt(place.group(1)));
            return "?";
        });
        try (PreparedStatement statement = postgres.prepareStatement(sql)) {
            for (int i = 0; i < places.size(); i++) {
                statement.setObject(i + 1, query.values().get(places.get(i) - 1));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(line(rows));
                }
            }
        } catch (SQLException e) {
            return List.of(String.valueOf(e.getMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replace("ERROR: ", ""));
        }
        return lines.stream().sorted().toList();
    }

    private static String line(ResultSet rows) throws SQLException {
        var parts = new ArrayList<>(List.of(text(rows, "status"), text(rows, "resource"), text(rows, "reason")));
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String name = rows.getMetaData().getColumnLabel(i);
            if (!List.of("status", "resource", "reason").contains(name)
                    && !rows.getMetaData().getColumnTypeName(i).startsWith("json")) {
                parts.add(name + "=" + text(rows, name));
            }
        }
        return String.join(" | ", parts);
    }

    private static String text(ResultSet rows, String column) throws SQLException {
        String value = rows.getString(column);
        return value == null ? "" : value;
    }

    /** The tables that the controls name, with the rows that the engine gives of them. */
    private static void copyTables(Session session, CheckTree tree, Connection postgres) throws SQLException {
        String all =
                tree.controls().stream().map(control -> control.query().sql()).collect(Collectors.joining("\n"));
        for (CatalogTable table : session.catalog()) {
            if (table.schema().equals("aws") && all.matches("(?s).*\\b" + table.name() + "\\b.*")) {
                copy(session, table, postgres);
            }
        }
    }

    private static void copy(Session session, CatalogTable table, Connection postgres) throws SQLException {
        String columns = table.columns().stream()
                .map(column -> "\"" + column.name() + "\" " + column.type())
                .collect(Collectors.joining(", "));
        try (Statement statement = postgres.createStatement()) {
            statement.execute("create table " + table.name() + " (" + columns + ")");
        }
        String places = table.columns().stream()
                .map(column -> "?::text::" + column.type())
                .collect(Collectors.joining(", "));
        try (QueryResult rows = session.query("select * from " + table.name(), List.of());
                PreparedStatement insert =
                        postgres.prepareStatement("insert into " + table.name() + " values (" + places + ")")) {
            for (@Nullable Object[] row = rows.next(); row != null; row = rows.next()) {
                for (int i = 0; i < row.length; i++) {
                    Object value = row[i];
                    insert.setString(i + 1, value == null ? null : rows.text(i, value));
                }
                insert.executeUpdate();
            }
        } catch (EngineException e) {
            // A table that can't be read whole stays empty; a control that reads it by its key shows the difference.
            System.out.println(table.name() + ": " + e.getMessage());
        }
    }
}
