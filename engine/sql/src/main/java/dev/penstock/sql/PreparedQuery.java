package dev.penstock.sql;

import dev.penstock.sql.plan.Planner;
import java.util.List;

/** A statement that was planned, and can be run any number of times, also side by side. */
public final class PreparedQuery {
    private final Planner.Planned planned;

    PreparedQuery(Planner.Planned planned) {
        this.planned = planned;
    }

    /** The columns that its rows will have. */
    public List<ResultColumn> columns() {
        return planned.columns().stream()
                .map(column -> new ResultColumn(column.name(), column.type()))
                .toList();
    }

    Planner.Planned planned() {
        return planned;
    }
}
