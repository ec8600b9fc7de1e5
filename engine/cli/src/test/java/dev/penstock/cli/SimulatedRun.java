package dev.penstock.cli;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Statements over a simulated account, and the calls that they make there. */
final class SimulatedRun implements AutoCloseable {
    private final AwsSimulator simulator;
    private final Engine engine;
    private Session session;

    private SimulatedRun(AwsSimulator simulator, List<ConnectionConfig> connections) {
        this.simulator = simulator;
        this.engine = Engine.open(connections, EngineSettings.defaults());
        this.session = engine.openSession();
    }

    static SimulatedRun of(Estate estate) {
        AwsSimulator simulator = AwsSimulator.start(estate, SimulatorOptions.defaults());
        return new SimulatedRun(
                simulator, List.of(ControlRun.connection("aws", simulator.endpoint(), "AKIAIOSFODNN7EXAMPLE")));
    }

    /** Two accounts, whose connections are named one and two. */
    static SimulatedRun of(Estate one, String oneKey, Estate two, String twoKey) {
        AwsSimulator simulator = AwsSimulator.start(List.of(one, two));
        return new SimulatedRun(
                simulator,
                List.of(
                        ControlRun.connection("one", simulator.endpoint(), oneKey),
                        ControlRun.connection("two", simulator.endpoint(), twoKey)));
    }

    /** A run of its own, which holds no answers. */
    SimulatedRun anew() {
        session.close();
        session = engine.openSession();
        simulator.log().clear();
        return this;
    }

    Session session() {
        return session;
    }

    AwsSimulator simulator() {
        return simulator;
    }

    /** The rows of a statement as texts. */
    List<String> rows(String sql) {
        var rows = new ArrayList<String>();
        try (QueryResult result = session.query(sql, List.of())) {
            for (@Nullable Object[] row = result.next(); row != null; row = result.next()) {
                var values = new ArrayList<String>();
                for (int i = 0; i < row.length; i++) {
                    Object value = row[i];
                    values.add(value == null ? "NULL" : result.text(i, value));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    /** The requests received so far, but for the question who is calling. */
    Map<String, Long> calls() {
        var calls = new TreeMap<>(simulator.log().counts());
        calls.remove("sts:GetCallerIdentity");
        return calls;
    }

    @Override
    public void close() {
        session.close();
        engine.close();
        simulator.close();
    }
}
