package dev.penstock.tables.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsRegionTableTest {
    private static List<Map<String, @Nullable Object>> rows(String... regions) {
        var estate = SimulatedRegions.estate(builder -> builder.chosenRegions("eu-south-1"));
        try (var account = new SimulatedRegions(estate, regions)) {
            List<Map<String, @Nullable Object>> rows = account.reader().rows("aws_region", Map.of());
            assertThat(account.calls()).isEqualTo(Map.of("ec2:DescribeRegions", 1L));
            return rows;
        }
    }

    private static Map<String, @Nullable Object> region(List<Map<String, @Nullable Object>> rows, String name) {
        return rows.stream()
                .filter(row -> name.equals(row.get("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void regionsThatTheAccountDoesNotUseAreThereToo() {
        List<Map<String, @Nullable Object>> rows = rows();
        assertThat(region(rows, "us-east-1")).containsEntry("opt_in_status", "opt-in-not-required");
        assertThat(region(rows, "eu-south-1")).containsEntry("opt_in_status", "opted-in");
        assertThat(region(rows, "af-south-1")).containsEntry("opt_in_status", "not-opted-in");
    }

    @Test
    void theRowsOwnRegionIsInEveryColumnThatNamesIt() {
        Map<String, @Nullable Object> row = region(rows(), "eu-west-1");
        assertThat(row)
                .containsEntry("region", "eu-west-1")
                .containsEntry("title", "eu-west-1")
                .containsEntry("partition", "aws")
                .containsEntry("account_id", SimulatedRegions.ACCOUNT);
        assertThat(row.get("akas")).hasToString("[\"arn:aws::eu-west-1:123456789012\"]");
    }

    /** Also where no region is configured: the connection is in one all the same. */
    @Test
    void theConnectionsOwnRegionIsTheDefault() {
        assertThat(rows())
                .filteredOn(row -> Boolean.TRUE.equals(row.get("steampipe_default")))
                .extracting(row -> row.get("name"))
                .containsExactly("us-east-1");
    }

    @Test
    void theRegionsLookedIntoAreThoseConfigured() {
        assertThat(rows("eu-west-*"))
                .filteredOn(row -> Boolean.TRUE.equals(row.get("steampipe_available")))
                .extracting(row -> row.get("name"))
                .containsExactly("eu-west-1", "eu-west-2", "eu-west-3");
    }
}
