package dev.penstock.sql.judge;

import dev.penstock.sql.judge.JudgedTable.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table, from a seed: texts in PostgreSQL's input form. Names, accounts and ARNs come from small pools, so that
 * joins find partners; everything else holds awkward values now and then.
 */
public final class RowGenerator {
    private static final List<String> NAMES = List.of(
            "ann",
            "anna",
            "bob",
            "bobby",
            "carl o'neil",
            "d_e%f",
            "Émile",
            "E\u0301mile",
            "名前",
            "say \"hi\"",
            "svc-deploy",
            "x",
            "<root_account>",
            "eve+mallory@example.com",
            "👩‍🚀crew",
            "back\\slash");
    private static final List<String> AWS_POLICIES =
            List.of("AdministratorAccess", "ReadOnlyAccess", "SecurityAudit", "AWSSupportAccess", "PowerUserAccess");
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "ap-south-1", "us-gov-west-1");
    private static final List<String> ACCOUNTS = List.of("123456789012", "123456789012", "000000000042");
    private static final List<String> STATUSES = List.of("Active", "Inactive", "ACTIVE", "enabled", "");

    private final Random random;
    private final AwkwardValues values;
    private final JsonGenerator json;

    /**
     * A generator.
     *
     * @param now around which many of the times lie
     */
    public RowGenerator(long seed, JsonShapes shapes, Instant now) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 17);
        this.values = new AwkwardValues(random, now);
        this.json = new JsonGenerator(random, shapes, values);
    }

    /** What the columns of one row share. */
    private record Entity(String name, String arn, String account, String region) {}

    /** Rows of a table. */
    public List<@Nullable String[]> rows(JudgedTable table, int count) {
        var rows = new ArrayList<@Nullable String[]>();
        for (int i = 0; i < count; i++) {
            Entity entity = entity(table.name());
            rows.add(table.columns().stream()
                    .map(column -> value(column, entity))
                    .toArray(String[]::new));
        }
        return rows;
    }

    private Entity entity(String table) {
        String name = pick(NAMES);
        String account = pick(ACCOUNTS);
        String kind = table.substring(table.lastIndexOf('_') + 1);
        String arn = kind.equals("policy") && random.nextBoolean()
                ? "arn:aws:iam::aws:policy/" + pick(AWS_POLICIES)
                : "arn:aws:iam::" + account + ":" + kind + "/" + name;
        return new Entity(name, arn, account, random.nextInt(4) == 0 ? pick(REGIONS) : "global");
    }

    private @Nullable String value(Column column, Entity entity) {
        if (absent(column)) {
            boolean isNull = switch (column.absent()) {
                case "null" -> true;
                case "presence" -> random.nextBoolean();
                default -> false;
            };
            return isNull ? null : nothing(column);
        }
        return switch (column.type()) {
            case "text" -> text(column.name(), entity);
            case "bool" -> String.valueOf(random.nextBoolean());
            case "int8" -> values.integer();
            case "float8" -> values.floating();
            case "timestamptz" -> values.time();
            case "inet", "cidr" -> values.network(column.type().equals("cidr"));
            case "jsonb" -> document(column.name(), entity);
            default -> throw new IllegalArgumentException(column + " has a type that no row can hold");
        };
    }

    private boolean absent(Column column) {
        return switch (column.absent()) {
            case "never" -> false;
            case "null", "presence" -> random.nextInt(4) == 0;
            default -> random.nextInt(3) == 0;
        };
    }

    private static String nothing(Column column) {
        return switch (column.absent()) {
            case "''" -> "";
            case "presence" -> column.name().equals("tags") ? "{}" : "[]";
            default -> column.absent();
        };
    }

    private String text(String column, Entity entity) {
        return switch (column) {
            case "account_id" -> entity.account();
            case "partition" -> random.nextInt(12) == 0 ? "aws-cn" : "aws";
            case "region" -> entity.region();
            case "arn", "user_arn", "resource_arn", "principal_arn" -> entity.arn();
            case "name", "title", "user_name" -> entity.name();
            case "status" -> pick(STATUSES);
            default -> {
                if (column.endsWith("_arn")) {
                    yield "arn:aws:iam::" + pick(ACCOUNTS) + ":user/" + pick(NAMES);
                }
                yield column.endsWith("_name") ? pick(NAMES) : identifierOr(column);
            }
        };
    }

    private String identifierOr(String column) {
        return column.equals("id") || column.endsWith("_id") ? "AIDA" + random.nextInt(30) : values.text();
    }

    private String document(String column, Entity entity) {
        return switch (column) {
            case "akas" -> "[" + JsonGenerator.quoted(entity.arn()) + "]";
            case "attached_policy_arns" -> policyArns();
            default -> json.column(column);
        };
    }

    private String policyArns() {
        var arns = new ArrayList<String>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            arns.add(JsonGenerator.quoted(
                    random.nextInt(3) > 0
                            ? "arn:aws:iam::aws:policy/" + pick(AWS_POLICIES)
                            : "arn:aws:iam::" + pick(ACCOUNTS) + ":policy/" + pick(NAMES)));
        }
        return "[" + String.join(", ", arns) + "]";
    }

    private <T> T pick(List<T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }
}
