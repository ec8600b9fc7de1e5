package dev.penstock.testkit;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Prompt;
import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.error.Failure;
import dev.penstock.spi.table.AccountCall;
import dev.penstock.spi.table.ColumnType;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A plugin over tables in memory, named {@code fake}. */
public final class FakePlugin implements TablePlugin<FakeConnection> {
    private static final AccountCall<FakeConnection, String> ACCOUNT = new AccountCall<>(
            Operation.whole("fake:GetAccount", connection -> connection.call("fake:GetAccount", "", connection::name)),
            account -> account);

    private final List<Table<FakeConnection>> tables;
    private final RecordedCalls calls = new RecordedCalls();
    private volatile BiConsumer<String, String> before = (action, key) -> {};

    /** A plugin with these tables. */
    public FakePlugin(List<Table<FakeConnection>> tables) {
        this.tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
    }

    /** The calls of all its connections. */
    public RecordedCalls calls() {
        return calls;
    }

    /** What happens before each call is answered, given action and key: it may wait, or throw a {@link FakeFailure}. */
    public FakePlugin before(BiConsumer<String, String> step) {
        before = step;
        return this;
    }

    /**
     * A table of fixed rows, listed in pages of 100 by {@code fake:List<name>}.
     *
     * @param columns names and types, in order
     * @param rows what extractors would give, in the order of the columns
     */
    public static Table<FakeConnection> rows(
            String name, Map<String, ColumnType<?>> columns, List<@Nullable Object[]> rows) {
        String action = "fake:List" + Character.toUpperCase(name.charAt(0))
                + name.substring(1).replaceAll("[^A-Za-z0-9]", "");
        var list = ListCall.<FakeConnection, @Nullable Object[]>pages(
                action, (connection, page) -> connection.page(action, "", () -> rows, page, 100));
        var table = Table.named(name).describedAs("Rows of a test.").rowsFrom(list);
        var names = new ArrayList<>(new LinkedHashMap<>(columns).entrySet());
        for (int i = 0; i < names.size(); i++) {
            column(table, names.get(i).getKey(), names.get(i).getValue(), i);
        }
        return table.build();
    }

    @SuppressWarnings("unchecked") // a test whose row holds another type fails when the row is made
    private static <T> void column(
            Table.Builder<FakeConnection, @Nullable Object[]> table, String name, ColumnType<T> type, int index) {
        table.column(name, type, row -> (T) row[index], "A column of a test.");
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public List<Table<FakeConnection>> tables() {
        return tables;
    }

    @Override
    public FakeConnection connect(ConnectionConfig config, Prompt prompt) {
        return new FakeConnection(config.name(), calls, (action, key) -> before.accept(action, key));
    }

    @Override
    public AccountCall<FakeConnection, ?> account() {
        return ACCOUNT;
    }

    @Override
    public CallFailure describe(RuntimeException thrown) {
        Failure kind = thrown instanceof FakeFailure failure ? failure.kind() : Failure.FATAL;
        return new CallFailure(kind, kind.name(), String.valueOf(thrown.getMessage()), null);
    }
}
