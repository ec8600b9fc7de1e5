package dev.penstock.benchmarks;

import static dev.penstock.spi.table.ColumnType.BIGINT;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.PluginConnection;
import dev.penstock.spi.Prompt;
import dev.penstock.spi.TablePlugin;
import dev.penstock.spi.error.Failure;
import dev.penstock.spi.table.AccountCall;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.Table;
import dev.penstock.spi.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tables in memory: items with a JSON document, their owners, and users with the keys of the theta join. */
final class MemoryPlugin implements TablePlugin<MemoryPlugin.Memory> {
    private static final int PAGE = 50_000;
    private static final int OWNERS = 20_000;
    private static final int USERS = 5_000;
    private static final int KEYS = 7_500;

    private final List<Item> items = new ArrayList<>();
    private final List<Item> owners = new ArrayList<>();
    private final List<Item> users = new ArrayList<>();
    private final List<Item> keys = new ArrayList<>();

    /** A connection that holds nothing. */
    static final class Memory implements PluginConnection {
        @Override
        public void close() {}
    }

    private record Item(long id, String name, long owner, String kind, Json doc) {}

    MemoryPlugin(int rows) {
        for (long i = 0; i < rows; i++) {
            Json doc = Json.object(Map.of(
                    "status", Json.text(i % 3 == 0 ? "Active" : "Inactive"),
                    "size", Json.number(i % 1000),
                    "tags", Json.object(Map.of("Owner", Json.text("owner" + i % OWNERS)))));
            items.add(new Item(i, "item-" + i, i % OWNERS, "kind" + i % 100, doc));
        }
        for (long i = 0; i < OWNERS; i++) {
            owners.add(new Item(i, "owner" + i, i % 10, "", Json.nullValue()));
        }
        for (long i = 0; i < USERS; i++) {
            users.add(new Item(i, arn(i), 0, "", Json.nullValue()));
        }
        for (long i = 0; i < KEYS; i++) {
            keys.add(new Item(i, "key" + i, 0, "", Json.array(List.of(Json.text(arn(i % USERS) + "/accesskey/" + i)))));
        }
    }

    private static String arn(long user) {
        return "arn:aws:iam::123456789012:user/user" + user;
    }

    /** The same rows for PostgreSQL. */
    static List<String> definitions(int rows) {
        return List.of(
                "create table item as select i as id, 'item-' || i as name, i % " + OWNERS
                        + " as owner_id, 'kind' || i % 100 "
                        + "as kind, jsonb_build_object('status', case when i % 3 = 0 then 'Active' else 'Inactive' end, "
                        + "'size', i % 1000, 'tags', jsonb_build_object('Owner', 'owner' || i % " + OWNERS
                        + ")) as doc "
                        + "from generate_series(0::int8, " + (rows - 1) + ") as i",
                "create table owner as select i as id, 'owner' || i as name, i % 10 as owner_id, '' as kind, "
                        + "'null'::jsonb as doc from generate_series(0::int8, " + (OWNERS - 1) + ") as i",
                "create table iam_user as select i as id, 'arn:aws:iam::123456789012:user/user' || i as name, 0::int8 as "
                        + "owner_id, '' as kind, 'null'::jsonb as doc from generate_series(0::int8, " + (USERS - 1)
                        + ") as i",
                "create table iam_key as select i as id, 'key' || i as name, 0::int8 as owner_id, '' as kind, "
                        + "jsonb_build_array('arn:aws:iam::123456789012:user/user' || i % " + USERS
                        + " || '/accesskey/' || i) as doc from generate_series(0::int8, " + (KEYS - 1) + ") as i",
                "vacuum analyze");
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Table<Memory>> tables() {
        return List.of(table("iam_key", keys), table("iam_user", users), table("item", items), table("owner", owners));
    }

    private static Table<Memory> table(String name, List<Item> rows) {
        var list = ListCall.<Memory, Item>pages("memory:List" + name.replace("_", ""), (memory, page) -> {
            String marker = page.marker();
            int from = marker == null ? 0 : Integer.parseInt(marker);
            int to = Math.min(rows.size(), from + page.size(PAGE));
            return Page.of(rows.subList(from, to), to < rows.size() ? String.valueOf(to) : null);
        });
        return Table.named(name)
                .describedAs("Rows of a benchmark.")
                .rowsFrom(list)
                .column("id", BIGINT, Item::id, "The number of the row.")
                .column("name", TEXT, Item::name, "A name.")
                .column("owner_id", BIGINT, Item::owner, "A row of the table of owners.")
                .column("kind", TEXT, Item::kind, "One of a hundred kinds.")
                .column("doc", JSON, Item::doc, "A document.")
                .build();
    }

    @Override
    public Memory connect(ConnectionConfig config, Prompt prompt) {
        return new Memory();
    }

    @Override
    public AccountCall<Memory, ?> account() {
        return new AccountCall<>(
                Operation.<Memory, String>whole("memory:GetAccount", memory -> "memory"), account -> account);
    }

    @Override
    public CallFailure describe(RuntimeException thrown) {
        return new CallFailure(Failure.FATAL, Failure.FATAL.name(), String.valueOf(thrown.getMessage()), null);
    }
}
