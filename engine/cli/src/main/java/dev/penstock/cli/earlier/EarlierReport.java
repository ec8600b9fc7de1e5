package dev.penstock.cli.earlier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.controls.comparison.Outcome;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Decision;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.Status;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A report of an earlier run, by what is in it: json or snapshot. */
public final class EarlierReport {
    private static final Set<String> FIXED = Set.of("reason", "resource", "status");

    private final Path file;
    private final Outcome.Builder outcome = new Outcome.Builder();
    private final Set<String> read = new HashSet<>();

    private EarlierReport(Path file) {
        this.file = file;
    }

    /**
     * What a report says.
     *
     * @throws EngineException with code FILE_ACCESS if it can't be read, with INVALID_PARAMETER if it is no such report
     */
    public static Outcome read(Path file) {
        var report = new EarlierReport(file);
        JsonNode root = report.parsed();
        if (root.path("group_id").isTextual()) {
            report.group(root);
        } else if (root.path("panels").isObject() && root.path("layout").isObject()) {
            report.panels(root);
        } else {
            throw report.problem("it is no report of a run: neither json nor snapshot");
        }
        return report.outcome.build();
    }

    private JsonNode parsed() {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "there is no report " + file, e);
        } catch (JsonProcessingException e) {
            throw problem("it is no JSON: " + e.getOriginalMessage().replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "the report " + file + " can't be read: " + e, e);
        }
    }

    private EngineException problem(String what) {
        return new EngineException(ErrorCode.INVALID_PARAMETER, file + ": " + what);
    }

    private void group(JsonNode group) {
        group.path("groups").forEach(this::group);
        for (JsonNode control : group.path("controls")) {
            String name = text(control, "control_id");
            if (!read.add(name)) {
                // It stands in several benchmarks, and says the same in each.
                continue;
            }
            outcome.control(name);
            String error = control.path("run_error").asText("");
            if (!error.isEmpty()) {
                outcome.add(name, new ControlResult(Status.ERROR, error, "", List.of()));
            }
            for (JsonNode row : control.path("results")) {
                var dimensions = new ArrayList<Dimension>();
                row.path("dimensions")
                        .forEach(dimension ->
                                dimensions.add(new Dimension(text(dimension, "key"), text(dimension, "value"))));
                outcome.add(name, result(row, dimensions));
            }
        }
    }

    private void panels(JsonNode snapshot) {
        String mod = text(snapshot.path("layout"), "name").split("\\.", 2)[0];
        for (JsonNode panel : snapshot.path("panels")) {
            if (panel.path("panel_type").asText("").equals("control")) {
                panel(panel, mod);
            }
        }
    }

    private void panel(JsonNode panel, String mod) {
        String full = text(panel, "name");
        String name = full.startsWith(mod + ".control.") ? full.substring(mod.length() + 1) : full;
        outcome.control(name);
        if (!panel.path("status").asText("").equals("complete")) {
            String error = panel.path("error").asText("the control did not end");
            outcome.add(name, new ControlResult(Status.ERROR, error, "", List.of()));
        }
        for (JsonNode row : panel.path("data").path("rows")) {
            var dimensions = new ArrayList<Dimension>();
            row.properties().forEach(field -> {
                if (!FIXED.contains(field.getKey())) {
                    dimensions.add(
                            new Dimension(field.getKey(), field.getValue().asText("")));
                }
            });
            outcome.add(name, result(row, dimensions));
        }
    }

    private ControlResult result(JsonNode row, List<Dimension> dimensions) {
        String word = text(row, "status");
        String reason = row.path("reason").asText("");
        String resource = row.path("resource").asText("");
        // A snapshot says skip of what is exempt, and names the exemption.
        boolean exempt = word.equals(Status.EXEMPT.text())
                || (word.equals(Status.SKIP.text()) && row.path("exemption").isTextual());
        if (exempt) {
            return new ControlResult(Status.ALARM, reason, resource, dimensions).with(exemption(row));
        }
        Status status =
                Status.of(word).orElseThrow(() -> problem("a result has the status \"" + word + "\", which is none"));
        return new ControlResult(status, reason, resource, dimensions);
    }

    private Decision exemption(JsonNode row) {
        JsonNode nested = row.path("exemption");
        boolean snapshot = nested.isTextual();
        String expires = (snapshot ? row.path("exemption_expires") : nested.path("expires")).asText("");
        return new Decision(
                Decision.Kind.EXEMPTION,
                snapshot ? nested.asText() : nested.path("name").asText(""),
                (snapshot ? row.path("exemption_owner") : nested.path("owner")).asText(""),
                (snapshot ? row.path("exemption_reason") : nested.path("reason")).asText(""),
                Optional.empty(),
                day(expires),
                false);
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw problem("an exemption expires on \"" + text + "\", which is no date");
        }
    }

    private String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw problem("it is no report of a run: something in it has no " + field);
        }
        return value.textValue();
    }
}
