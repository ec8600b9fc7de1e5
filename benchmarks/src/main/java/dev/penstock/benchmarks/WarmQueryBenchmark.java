package dev.penstock.benchmarks;

import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.sql.Session;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The query of control 1.13 when all of its answers are at hand: what the engine itself costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class WarmQueryBenchmark {
    private static final int USERS = 5000;

    private final String control = ModLoader.builtIn(ModSettings.NONE)
            .query("iam_user_one_active_key")
            .sql()
            .replaceAll(";\\s*$", "");
    private final Account account = new Account(USERS, SimulatorOptions.defaults());
    private final Session session = account.openSession();

    /** Makes every call once. */
    @Setup
    public void readAll() {
        if (controlOverHeldAnswers() != USERS) {
            throw new IllegalStateException("not every user has a row");
        }
    }

    /** Stops the account. */
    @TearDown
    public void stop() {
        session.close();
        account.close();
    }

    /** Parse, check, plan and run over 5,000 users and their keys; no call. */
    @Benchmark
    public long controlOverHeldAnswers() {
        return Account.rows(session, control);
    }

    /** Parse, check and plan. */
    @Benchmark
    public Object plan() {
        return session.prepare(control);
    }
}
