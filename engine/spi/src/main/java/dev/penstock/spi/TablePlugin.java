package dev.penstock.spi;

import dev.penstock.spi.table.AccountCall;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables over one kind of connection. Found with {@link java.util.ServiceLoader}; holds nothing of a run.
 *
 * @param <C> what a call needs to reach the service: clients and credentials of one account
 */
public interface TablePlugin<C extends PluginConnection> {

    /** The name that configuration files use, such as {@code aws}. */
    String name();

    /** Every table, in alphabetical order of its name. */
    List<Table<C>> tables();

    /** The names of {@link #tables}, without making a table where that can be put off. */
    default List<String> tableNames() {
        return tables().stream().map(Table::name).toList();
    }

    /** The table of a name that is one of {@link #tableNames}; only those that statements read are ever made. */
    default Table<C> table(String name) {
        return tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Makes a connection without contacting anything: credentials are looked for at the first call.
     *
     * @param prompt for what only a person can tell
     * @throws dev.penstock.spi.error.EngineException with code INVALID_CONFIGURATION if an argument is unknown or wrong
     */
    C connect(ConnectionConfig config, Prompt prompt);

    /** The arguments of a connection that are right but change nothing, as where there is no table that they are for. */
    default List<String> notObeyed(ConnectionConfig config) {
        return List.of();
    }

    /** The call that tells which account a connection reaches; made once per connection, by the tables that need it. */
    AccountCall<C, ?> account();

    /**
     * The call that tells how many entities an account holds, by the names that sizes use ({@link
     * dev.penstock.spi.table.Size}); made only where the choice between calls hangs on it.
     */
    default Optional<RowCall<C, ?, Map<String, Long>>> counts() {
        return Optional.empty();
    }

    /** What an item of an answer holds of memory, about; answers are kept within a budget. */
    default long bytes(Object item) {
        return 600;
    }

    /** Says of an exception that a call threw what the engine must know; the exception itself stays the cause. */
    CallFailure describe(RuntimeException thrown);

    /**
     * Loads what a first call needs, without contacting anything: a process that is about to plan a statement does it
     * meanwhile on another core. Nothing depends on it.
     */
    default void warmUp() {}
}
