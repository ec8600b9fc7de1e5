package dev.penstock.tables.aws;

import dev.penstock.spi.table.Table;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tables of AWS that stand in a module of their own, because they bring a large client. Found with {@link
 * java.util.ServiceLoader}; the client is loaded when a statement names such a table, not before.
 */
public interface AwsTableGroup {

    /** By name; a definition is made when it is first asked for. */
    Map<String, Supplier<Table<AwsConnection>>> tables();
}
