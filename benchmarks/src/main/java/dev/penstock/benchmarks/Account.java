package dev.penstock.benchmarks;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.sql.Engine;
import dev.penstock.sql.EngineSettings;
import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Estates;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.util.List;
import java.util.Map;

/** A simulated account, and an engine over it. */
final class Account implements AutoCloseable {
    /** Calls under way at once: the engine's own default. */
    static final int IN_FLIGHT = EngineSettings.DEFAULT_IN_FLIGHT;

    private final AwsSimulator simulator;
    private final Engine engine;

    /** An account whose simulator only counts its requests. */
    Account(int users, SimulatorOptions options) {
        this(Estates.users(users), options.withLoggedRequests(0));
    }

    Account(Estate estate, SimulatorOptions options) {
        this(estate, options, IN_FLIGHT);
    }

    Account(Estate estate, SimulatorOptions options, int inFlight) {
        this.simulator = AwsSimulator.start(estate, options);
        this.engine = Engine.open(
                List.of(new ConnectionConfig(
                        "aws",
                        "aws",
                        Map.of(
                                "access_key", "AKIABENCHMARK0000000",
                                "secret_key", "not checked",
                                "default_region", "us-east-1",
                                "endpoint_url", simulator.endpoint().toString()),
                        inFlight)),
                EngineSettings.defaults());
    }

    AwsSimulator simulator() {
        return simulator;
    }

    /** A session, which makes each call once. */
    Session openSession() {
        return engine.openSession();
    }

    /** Runs a statement in a session of its own, so that every call is made; the number of rows. */
    long rows(String sql) {
        try (Session session = openSession()) {
            return rows(session, sql);
        }
    }

    /** Runs a statement in a session that may hold answers already; the number of rows. */
    static long rows(Session session, String sql) {
        try (QueryResult result = session.query(sql, List.of())) {
            long rows = 0;
            while (result.next() != null) {
                rows++;
            }
            return rows;
        }
    }

    @Override
    public void close() {
        engine.close();
        simulator.close();
    }
}
