package dev.penstock.sql;

import dev.penstock.sql.plan.Planned;
import java.util.List;

/** A statement that was planned, and can be run any number of times, also side by side. */
public final class PreparedQuery {
    private final Planned planned;

    PreparedQuery(Planned planned) {
        this.planned = planned;
    }

    /** The columns that its rows will have. */
    public List<ResultColumn> columns() {
        return planned.columns().stream()
                .map(column -> new ResultColumn(column.name(), column.type()))
                .toList();
    }

    Planned planned() {
        return planned;
    }
}
