package dev.penstock.controls.run;

import dev.penstock.controls.model.Arguments;
import dev.penstock.controls.model.BoundQuery;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.Query;
import dev.penstock.controls.model.Repair;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Asks how to repair what controls found: one query for each control in alarm that has one. */
final class RepairQueries {
    private final Session session;
    private final Limits limits;
    private final Arguments arguments;
    private final Function<Query, Optional<Query>> companions;

    RepairQueries(Session session, Limits limits, Arguments arguments, Function<Query, Optional<Query>> companions) {
        this.session = session;
        this.limits = limits;
        this.arguments = arguments;
        this.companions = companions;
    }

    /** The report with what the queries say. */
    CheckReport addedTo(CheckReport report) {
        var repairs = new TreeMap<String, Repair>();
        for (ReportNode.Check check : report.checks()) {
            if (check.counts().alarm() > 0) {
                repairs.put(check.node().fullName(), repair(check));
            }
        }
        return report.withRepairs(repairs);
    }

    private Repair repair(ReportNode.Check check) {
        try {
            Optional<Query> query = companions.apply(check.node().query());
            Optional<RunError> tooLate = limits.beforeStart();
            return query.isPresent() && tooLate.isPresent()
                    ? RepairRows.failed(tooLate.get())
                    : query.map(one -> run(bound(one, check.node()), check)).orElse(Repair.NONE);
        } catch (EngineException e) {
            return RepairRows.failed(PreparedControl.error(e));
        } catch (RuntimeException | StackOverflowError e) {
            return RepairRows.failed(PreparedControl.internal(e));
        }
    }

    /** The query with the control's arguments, if it has parameters; without, it is about more, which does no harm. */
    private BoundQuery bound(Query query, Control control) {
        return query.parameters().isEmpty() ? query.bind() : query.bind(arguments, control.arguments());
    }

    private Repair run(BoundQuery query, ReportNode.Check check) {
        try (QueryResult rows = session.query(query.sql(), query.values());
                Limits.Watch watch = limits.watch(rows)) {
            try {
                return new RepairRows(rows).of(check.results());
            } catch (EngineException e) {
                Optional<RunError> limit = e.code() == ErrorCode.CANCELED ? watch.reached() : Optional.empty();
                return RepairRows.failed(limit.orElseGet(() -> PreparedControl.error(e)));
            }
        }
    }
}
