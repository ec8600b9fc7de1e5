package dev.penstock.benchmarks;

import dev.penstock.sql.QueryResult;
import dev.penstock.sql.Session;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.util.List;
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
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.User;

/** Ten pages of users to rows, planning included, beside the SDK's own paginator that reads the same fields. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
public class ListingBenchmark {
    private static final int USERS = 10_000;
    private static final int PAGE = 1_000;

    private Account account = new Account(1, SimulatorOptions.defaults());
    private SdkHttpClient http = UrlConnectionHttpClient.create();
    private IamClient iam = BareLoop.iam(account.simulator().endpoint(), http);

    /** Starts the account. */
    @Setup
    public void start() {
        stop();
        account = new Account(USERS, SimulatorOptions.defaults());
        http = UrlConnectionHttpClient.create();
        iam = BareLoop.iam(account.simulator().endpoint(), http);
    }

    /** Stops it. */
    @TearDown
    public void stop() {
        iam.close();
        http.close();
        account.close();
    }

    /** Statement to rows: ten calls. */
    @Benchmark
    public long engine() {
        try (Session session = account.openSession();
                QueryResult result =
                        session.query("select name, user_id, path, create_date from aws_iam_user", List.of())) {
            long read = 0;
            for (Object[] row = result.next(); row != null; row = result.next()) {
                for (Object value : row) {
                    read += value.hashCode();
                }
            }
            return read;
        }
    }

    /** The same ten calls through the paginator. */
    @Benchmark
    public long paginator() {
        long read = 0;
        for (User user :
                iam.listUsersPaginator(request -> request.maxItems(PAGE)).users()) {
            read += user.userName().hashCode();
            read += user.userId().hashCode();
            read += user.path().hashCode();
            read += user.createDate().hashCode();
        }
        return read;
    }
}
