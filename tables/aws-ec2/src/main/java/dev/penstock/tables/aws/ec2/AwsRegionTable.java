package dev.penstock.tables.aws.ec2;

import static dev.penstock.spi.table.ColumnType.BOOLEAN;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;

import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Table;
import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Region;

/** One row per region that EC2 knows for the account, enabled or not. */
final class AwsRegionTable {
    private static final ListCall<AwsConnection, KnownRegion> LIST_REGIONS =
            ListCall.whole("ec2:DescribeRegions", AwsRegionTable::regions);

    static final Table<AwsConnection> TABLE = Table.named("aws_region")
            .describedAs("Regions of AWS, enabled for the account or not.")
            .rowsFrom(LIST_REGIONS)
            .column("name", TEXT, KnownRegion::name, "The name of the region, such as eu-central-1.")
            .column(
                    "opt_in_status",
                    TEXT,
                    KnownRegion::optInStatus,
                    "Whether the account uses the region: opt-in-not-required, opted-in or not-opted-in.")
            .column("title", TEXT, KnownRegion::name, "The name of the region.")
            .column(
                    "akas",
                    JSON,
                    AwsColumns.caller((region, caller) -> Json.array(List.of(Json.text(
                            "arn:" + AwsColumns.partition(caller) + "::" + region.name() + ":" + caller.account())))),
                    "A name of the region within the account, in an array.")
            .column("region", TEXT, KnownRegion::name, "The name of the region.")
            .column(
                    "steampipe_available",
                    BOOLEAN,
                    KnownRegion::lookedInto,
                    "Whether regional tables of this connection have rows of the region.")
            .column(
                    "steampipe_default",
                    BOOLEAN,
                    KnownRegion::own,
                    "Whether this is the region that the connection itself is in.")
            .with(AwsColumns::account)
            .example("Regions that the account has to switch on", """
                    select name, opt_in_status from aws_region where opt_in_status <> 'opt-in-not-required' order by name""")
            .build();

    private AwsRegionTable() {}

    private static List<KnownRegion> regions(AwsConnection aws) {
        Set<String> lookedInto = Set.copyOf(aws.regions());
        String own = aws.region();
        return Ec2.in(aws, own).describeRegions(request -> request.allRegions(true)).regions().stream()
                .map(region -> KnownRegion.of(region, lookedInto, own))
                .toList();
    }

    /**
     * A region as an account and a connection see it.
     *
     * @param lookedInto whether the connection's regional tables look into it
     * @param own whether the connection is in it
     */
    private record KnownRegion(String name, @Nullable String optInStatus, boolean lookedInto, boolean own) {
        static KnownRegion of(Region region, Set<String> lookedInto, String own) {
            String name = region.regionName();
            return new KnownRegion(name, region.optInStatus(), lookedInto.contains(name), own.equals(name));
        }
    }
}
