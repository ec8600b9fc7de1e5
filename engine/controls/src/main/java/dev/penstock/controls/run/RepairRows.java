package dev.penstock.controls.run;

import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Repair;
import dev.penstock.controls.model.RepairStep;
import dev.penstock.controls.model.RunError;
import dev.penstock.controls.model.Status;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Json;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.ResultColumn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a query that tells how to repair something into steps. */
final class RepairRows {
    private final QueryResult rows;
    private final int resource;
    private final int step;
    private final int command;
    private final int account;

    RepairRows(QueryResult rows) {
        this.rows = rows;
        List<String> names = rows.columns().stream().map(ResultColumn::name).toList();
        this.resource = required("resource", names);
        this.step = required("step", names);
        this.command = required("command", names);
        this.account = names.indexOf("account_id");
    }

    private static int required(String column, List<String> names) {
        if (!names.contains(column)) {
            throw new EngineException(ErrorCode.INVALID_MOD, "the remediation query gives no column " + column);
        }
        return names.indexOf(column);
    }

    /** The steps for what is in alarm. */
    Repair of(List<ControlResult> results) {
        Map<String, Set<String>> accounts = results.stream()
                .filter(result -> result.status() == Status.ALARM)
                .collect(Collectors.groupingBy(
                        ControlResult::resource, Collectors.mapping(ControlResult::account, Collectors.toSet())));
        // An account that two connections reach gives each step twice.
        var steps = new LinkedHashSet<RepairStep>();
        try {
            for (@Nullable Object[] row = rows.next(); row != null; row = rows.next()) {
                RepairStep next = step(row);
                if (accounts.getOrDefault(next.resource(), Set.of()).stream()
                        .anyMatch(one -> next.repairs(next.resource(), one))) {
                    steps.add(next);
                }
            }
        } catch (EngineException e) {
            if (e.code() != ErrorCode.INCOMPLETE) {
                throw e;
            }
            return new Repair(List.copyOf(steps), Optional.of(PreparedControl.error(e)));
        }
        return new Repair(List.copyOf(steps), Optional.empty());
    }

    private RepairStep step(@Nullable Object[] row) {
        return new RepairStep(text(row, resource), account < 0 ? "" : text(row, account), text(row, step), words(row));
    }

    private List<String> words(@Nullable Object[] row) {
        List<Json> elements = row[command] instanceof Json.JsonArray array ? array.elements() : List.of();
        List<String> words = elements.stream()
                .filter(Json.JsonText.class::isInstance)
                .map(word -> ((Json.JsonText) word).text())
                .toList();
        if (words.isEmpty() || words.size() < elements.size()) {
            throw new EngineException(
                    ErrorCode.INVALID_MOD,
                    "the remediation query must give the words of each command as a jsonb array of texts, not "
                            + text(row, command));
        }
        return words;
    }

    private String text(@Nullable Object[] row, int column) {
        Object value = row[column];
        return value == null ? "" : rows.text(column, value);
    }

    /** No steps, but why. */
    static Repair failed(RunError error) {
        return new Repair(List.of(), Optional.of(error));
    }
}
