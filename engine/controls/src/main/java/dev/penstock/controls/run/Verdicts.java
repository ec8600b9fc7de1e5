package dev.penstock.controls.run;

import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.Status;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.FailedCall;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.ResultColumn;
import dev.penstock.sql.UnreadPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a control's query into results. */
final class Verdicts {
    /** The columns that every control's query gives. */
    static final Set<String> REQUIRED = Set.of("reason", "resource", "status");

    private final QueryResult rows;
    private final int status;
    private final int reason;
    private final int resource;
    private final List<Integer> dimensions = new ArrayList<>();

    Verdicts(QueryResult rows) {
        this.rows = rows;
        List<ResultColumn> columns = rows.columns();
        List<String> names = columns.stream().map(ResultColumn::name).toList();
        this.status = names.indexOf("status");
        this.reason = names.indexOf("reason");
        this.resource = names.indexOf("resource");
        for (int i = 0; i < columns.size(); i++) {
            if (!REQUIRED.contains(names.get(i)) && isScalar(columns.get(i).type())) {
                dimensions.add(i);
            }
        }
    }

    private static boolean isScalar(String type) {
        return !type.equals("jsonb") && !type.equals("json") && !type.equals("record") && !type.endsWith("[]");
    }

    /** Every row, as they come. */
    void each(Consumer<ControlResult> results) {
        try {
            for (@Nullable Object[] row = rows.next(); row != null; row = rows.next()) {
                results.accept(result(row));
            }
        } catch (EngineException e) {
            if (e.code() != ErrorCode.INCOMPLETE) {
                throw e;
            }
            rows.unread().forEach(part -> results.accept(unread(part)));
        }
    }

    /** What the query keeps apart stands; an account that could not be read is one error among it. */
    private ControlResult unread(UnreadPart part) {
        String account = part.why().call().flatMap(FailedCall::account).orElse("");
        return new ControlResult(
                Status.ERROR,
                part.why().getMessage(),
                "",
                dimensions.stream()
                        .map(i -> rows.columns().get(i).name())
                        .map(name -> new Dimension(name, dimension(name, account, part.connections())))
                        .toList());
    }

    private static String dimension(String name, String account, List<String> connections) {
        return switch (name) {
            case "account_id" -> account;
            case "sp_connection_name", "connection_name" -> String.join(", ", connections);
            default -> "";
        };
    }

    private ControlResult result(@Nullable Object[] row) {
        String word = text(row, status);
        Optional<Status> known = Status.of(word);
        // A word that is no status is no verdict either: the row counts as an error and says so, the other rows stand.
        return new ControlResult(
                known.orElse(Status.ERROR),
                known.isPresent() ? text(row, reason) : "invalid control status '" + word + "': " + text(row, reason),
                text(row, resource),
                dimensions.stream()
                        .map(i -> new Dimension(rows.columns().get(i).name(), text(row, i)))
                        .toList());
    }

    private String text(@Nullable Object[] row, int column) {
        Object value = row[column];
        return value == null ? "" : rows.text(column, value);
    }
}
