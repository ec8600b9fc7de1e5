package dev.penstock.tables.aws;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.account.AccountTables;
import dev.penstock.tables.aws.iam.IamTables;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of AWS. */
public final class AwsPlugin implements TablePlugin<AwsConnection> {

    private static final List<Table<AwsConnection>> TABLES = Stream.of(AccountTables.ALL, IamTables.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Table::name))
            .toList();

    @Override
    public String name() {
        return "aws";
    }

    @Override
    public List<Table<AwsConnection>> tables() {
        return TABLES;
    }

    @Override
    public AwsConnection connect(ConnectionConfig config) {
        return AwsClients.connect(config, actions());
    }

    @Override
    public RowCall<AwsConnection, ?, String> account() {
        return AwsColumns.accountCall();
    }

    @Override
    public Optional<RowCall<AwsConnection, ?, Map<String, Long>>> counts() {
        return Optional.of(IamTables.COUNTS);
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

    /** What tables and the question for the account declare, and nothing else. */
    private Set<String> actions() {
        var actions = new HashSet<String>(account().actions());
        tables().forEach(table -> actions.addAll(table.actions()));
        return actions;
    }
}
