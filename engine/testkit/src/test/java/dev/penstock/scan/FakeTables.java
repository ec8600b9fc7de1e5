package dev.penstock.scan;

import static dev.penstock.spi.table.ColumnType.BIGINT;
import static dev.penstock.spi.table.ColumnType.TEXT;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.error.Failure;
import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.testkit.FakeConnection;
import dev.penstock.testkit.FakeFailure;
import dev.penstock.testkit.FakePlugin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Owners with things, behind calls that are recorded and can fail. */
final class FakeTables implements AutoCloseable {
    private static final int PAGE = 10;

    private final List<Owner> owners = new CopyOnWriteArrayList<>();
    private final ListCall<FakeConnection, Owner> listOwners = ListCall.<FakeConnection, Owner>pages(
                    "fake:ListOwners",
                    (connection, page) -> connection.page("fake:ListOwners", "", () -> owners, page, PAGE))
            .identifiedBy(Owner::id);
    private final RowCall<FakeConnection, Owner, Owner> getOwner = RowCall.of(
            "fake:GetOwner",
            Owner::name,
            (connection, name) -> connection.call("fake:GetOwner", name, () -> named(name)));
    private final RowCall<FakeConnection, Owner, List<String>> listTags = RowCall.pages(
            "fake:ListTags",
            Owner::name,
            (connection, name, page) ->
                    connection.page("fake:ListTags", name, () -> named(name).tags(), page, 2));

    /** One row per owner. */
    final Table<FakeConnection> ownerTable = Table.named("owner")
            .describedAs("Owners.")
            .rowsFrom(listOwners)
            .rowsByKey(GetCall.by("name", getOwner))
            .column("name", TEXT, Owner::name, "The name.")
            .column("id", TEXT, Owner::id, "The id.")
            .column("size", BIGINT, getOwner.get(owner -> (long) owner.things().size()), "How many things.")
            .column("tags", TEXT, listTags.get(tags -> String.join("+", tags)), "The tags.")
            .build();

    /** One row per thing. */
    final Table<FakeConnection> thingTable = Table.named("thing")
            .describedAs("Things.")
            .rowsFrom(ListCall.<FakeConnection, Thing>pagesPerKey(
                            "fake:ListThings",
                            listOwners.each("owner", Owner::name),
                            (connection, name, page) -> connection.page(
                                    "fake:ListThings", name, () -> named(name).things(), page, PAGE))
                    .emptyOn(Failure.NOT_FOUND))
            .column("owner", TEXT, Thing::owner, "The owner.")
            .column("thing", TEXT, Thing::name, "The thing.")
            .build();

    private final FakePlugin plugin = new FakePlugin(List.of(ownerTable, thingTable));
    private final Connections connections = new Connections(
            List.of(new ConnectionConfig("one", "fake", Map.of(), 4), new ConnectionConfig("two", "fake", Map.of(), 4)),
            Map.of("fake", plugin));
    private TableScanner scanner = new TableScanner(connections, 1 << 20, Duration.ofSeconds(2));

    FakePlugin plugin() {
        return plugin;
    }

    FakeTables add(String name, String... things) {
        owners.add(new Owner(
                name,
                "id-" + name,
                Arrays.stream(things).map(thing -> new Thing(name, thing)).toList(),
                List.of("a", "b", "c")));
        return this;
    }

    FakeTables addMany(int count) {
        for (int i = 0; i < count; i++) {
            add("owner-" + i, "thing of " + i);
        }
        return this;
    }

    /** An owner that the listing gives without its name. */
    @SuppressWarnings("NullAway") // what a service answers is not checked by a compiler
    void addNameless() {
        owners.add(new Owner(null, "id-nameless", List.of(), List.of()));
    }

    void delete(String name) {
        owners.removeIf(owner -> owner.name().equals(name));
    }

    void rename(String name, String newName) {
        owners.replaceAll(owner ->
                owner.name().equals(name) ? new Owner(newName, owner.id(), owner.things(), owner.tags()) : owner);
    }

    private Owner named(String name) {
        return owners.stream()
                .filter(owner -> owner.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FakeFailure(Failure.NOT_FOUND, "no owner " + name));
    }

    /** Another run: nothing is kept of the one before. */
    FakeTables withCacheBytes(long bytes) {
        scanner.close();
        scanner = new TableScanner(connections, bytes, Duration.ofSeconds(2));
        return this;
    }

    TableScanner scanner() {
        return scanner;
    }

    RowCursor scan(Table<?> table, List<String> columns, Map<String, Set<String>> keys, OptionalLong limit) {
        List<Integer> indexes = columns.stream()
                .map(name -> table.columns().stream()
                        .map(column -> column.name())
                        .toList()
                        .indexOf(name))
                .toList();
        return scanner.scan(new ScanRequest(table, indexes, keys, limit), "one", () -> false);
    }

    List<String> rows(Table<?> table, List<String> columns, Map<String, Set<String>> keys, OptionalLong limit) {
        try (RowCursor cursor = scan(table, columns, keys, limit)) {
            var rows = new ArrayList<String>();
            for (@Nullable Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(Arrays.stream(row)
                        .map(Objects::toString)
                        .reduce((a, b) -> a + "|" + b)
                        .orElse(""));
            }
            return rows;
        }
    }

    List<String> rows(Table<?> table, String... columns) {
        return rows(table, List.of(columns), Map.of(), OptionalLong.empty());
    }

    @Override
    public void close() {
        scanner.close();
        connections.close();
    }

    record Owner(String name, String id, List<Thing> things, List<String> tags) {}

    record Thing(String owner, String name) {}
}
