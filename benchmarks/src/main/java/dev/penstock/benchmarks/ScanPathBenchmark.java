package dev.penstock.benchmarks;

import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From SQL to calls to rows, over an account of 1,000 users. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class ScanPathBenchmark {
    private static final int USERS = 1000;

    /** How long the service takes for an answer. */
    @Param({"0", "10"})
    public int latencyMillis;

    private Account account = new Account(1, SimulatorOptions.defaults());

    /** Starts the account. */
    @Setup
    public void start() {
        account.close();
        account = new Account(USERS, SimulatorOptions.defaults().withLatency(Duration.ofMillis(latencyMillis)));
    }

    /** Stops it. */
    @TearDown
    public void stop() {
        account.close();
    }

    /** One page to rows: 1 call. */
    @Benchmark
    public long listing() {
        return account.rows("select name, user_id, path, create_date from aws_iam_user");
    }

    /** A call for each row: 1,001 calls. */
    @Benchmark
    public long rowCalls() {
        return account.rows("select name, mfa_enabled from aws_iam_user");
    }

    /** A listing for each row of another listing: 1,001 calls. */
    @Benchmark
    public long childListing() {
        return account.rows("select user_name, status from aws_iam_access_key");
    }

    /** A look-up instead of a listing: 1 call. */
    @Benchmark
    public long keyLookup() {
        return account.rows("select access_key_id from aws_iam_access_key where user_name = 'user-000007'");
    }
}
