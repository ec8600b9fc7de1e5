package dev.penstock.tables.aws;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Prompt;
import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.table.AccountCall;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.account.AccountTables;
import dev.penstock.tables.aws.iam.IamTables;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The tables of AWS. */
public final class AwsPlugin implements TablePlugin<AwsConnection> {

    private final SortedMap<String, Supplier<Table<AwsConnection>>> tables = new TreeMap<>();

    private final AwsProcess process = new AwsProcess();

    /** The actions of the tables that were asked for: what a connection sends is nearly always one of them. */
    private final Set<String> actions = ConcurrentHashMap.newKeySet();

    /** The tables of this module and of those beside it. */
    public AwsPlugin() {
        this(ServiceLoader.load(AwsTableGroup.class));
    }

    AwsPlugin(Iterable<AwsTableGroup> groups) {
        tables.putAll(AccountTables.ALL);
        tables.putAll(IamTables.ALL);
        groups.forEach(group -> tables.putAll(group.tables()));
    }

    @Override
    public String name() {
        return "aws";
    }

    @Override
    public List<Table<AwsConnection>> tables() {
        return tables.values().stream().map(Supplier::get).toList();
    }

    @Override
    public List<String> tableNames() {
        return List.copyOf(tables.keySet());
    }

    @Override
    public Table<AwsConnection> table(String name) {
        Table<AwsConnection> table =
                Objects.requireNonNull(tables.get(name), name).get();
        actions.addAll(table.actions());
        return table;
    }

    @Override
    public AwsConnection connect(ConnectionConfig config, Prompt prompt) {
        return AwsClients.connect(config, this::declares, process, prompt);
    }

    /** There is no table of S3, and the pace of retries is learned. */
    @Override
    public List<String> notObeyed(ConnectionConfig config) {
        return Stream.of("min_error_retry_delay", "s3_force_path_style")
                .filter(config.arguments()::containsKey)
                .toList();
    }

    @Override
    public AccountCall<AwsConnection, ?> account() {
        return AwsColumns.accountCall();
    }

    @Override
    public Optional<RowCall<AwsConnection, ?, Map<String, Long>>> counts() {
        return Optional.of(IamTables.counts());
    }

    @Override
    public long bytes(Object item) {
        return ItemSize.of(item);
    }

    @Override
    public CallFailure describe(RuntimeException thrown) {
        return AwsFailures.describe(thrown);
    }

    @Override
    public void warmUp() {
        WarmUp.run();
    }

    /** Whether a table, or the question for the account, makes calls of an action. */
    private boolean declares(String action) {
        if (!actions.contains(action)) {
            actions.addAll(account().operation().actions());
            actions.addAll(IamTables.counts().actions());
        }
        if (!actions.contains(action)) {
            tables().forEach(table -> actions.addAll(table.actions()));
        }
        return actions.contains(action);
    }
}
