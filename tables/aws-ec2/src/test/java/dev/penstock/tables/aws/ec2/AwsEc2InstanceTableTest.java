package dev.penstock.tables.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.error.EngineException;
import dev.penstock.tables.aws.simulator.Ec2Instance;
import dev.penstock.tables.aws.simulator.Estate;
import dev.penstock.tables.aws.simulator.Faults;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsEc2InstanceTableTest {
    private static final String TABLE = "aws_ec2_instance";
    private static final String HOME = "us-east-1";

    private static Estate estate(UnaryOperator<Ec2Instance> said) {
        return SimulatedRegions.estate(estate -> estate.instanceProfile("web", "/service/", null)
                .instance(HOME, said)
                .instance("eu-west-1", instance -> instance.type("c7i.large")));
    }

    private static Map<String, @Nullable Object> row(UnaryOperator<Ec2Instance> said) {
        try (var account = new SimulatedRegions(estate(said), HOME)) {
            List<Map<String, @Nullable Object>> rows = account.reader().rows(TABLE, Map.of());
            assertThat(rows).hasSize(1);
            return rows.get(0);
        }
    }

    private static List<Map<String, @Nullable Object>> all(SimulatedRegions account, String... columns) {
        return account.reader().rows(TABLE, Map.of(), OptionalLong.empty(), columns);
    }

    @Test
    void aListingTellsAllButTheAttributes() {
        Map<String, @Nullable Object> row = row(instance ->
                instance.profile("web").publicAddress("198.51.100.7").tag("Name", "shop"));
        assertThat(row)
                .containsEntry("title", "shop")
                .containsEntry("instance_state", "running")
                .containsEntry("state_code", 16L)
                .containsEntry("iam_instance_profile_arn", "arn:aws:iam::123456789012:instance-profile/service/web")
                .containsEntry("public_dns_name", "ec2-198-51-100-7.us-east-1.compute.amazonaws.com")
                .containsEntry("placement_availability_zone", "us-east-1a")
                .containsEntry("cpu_options_threads_per_core", 2L)
                .containsEntry("arn", "arn:aws:ec2:us-east-1:123456789012:instance/" + row.get("instance_id"))
                .containsEntry("region", HOME);
        assertThat(row.get("public_ip_address")).hasToString("198.51.100.7");
        assertThat(row.get("tags")).hasToString("{\"Name\": \"shop\"}");
        assertThat(row.get("tags_src")).hasToString("[{\"Key\": \"Name\", \"Value\": \"shop\"}]");
        assertThat(row.get("enclave_options")).hasToString("{\"Enabled\": false}");
        assertThat(row.get("security_groups"))
                .hasToString("[{\"GroupId\": \"sg-0b1a2c3d4e5f60718\", \"GroupName\": \"default\"}]");
    }

    @Test
    void whatIsNotThereIsShownAsTheServiceAndTheFieldDo() {
        Map<String, @Nullable Object> row = row(instance -> instance);
        assertThat(row)
                .containsEntry("title", row.get("instance_id"))
                .containsEntry("tags", null)
                .containsEntry("tags_src", null)
                .containsEntry("platform", "")
                .containsEntry("instance_lifecycle", "")
                .containsEntry("iam_instance_profile_arn", null)
                .containsEntry("public_ip_address", null)
                .containsEntry("public_dns_name", "")
                .containsEntry("kernel_id", null)
                .containsEntry("user_data", null)
                .containsEntry("licenses", null)
                .containsEntry("state_reason", null)
                .containsEntry("disable_api_termination", false);
        assertThat(row.get("product_codes")).hasToString("[]");
    }

    @Test
    void eachAttributeIsOneCallAndOnlyWhereItIsRead() {
        try (var account = new SimulatedRegions(estate(Ec2Instance::protectedFromTermination), HOME)) {
            assertThat(all(account, "instance_id", "instance_type", "tags")).hasSize(1);
            assertThat(account.calls()).isEqualTo(Map.of("ec2:DescribeInstances", 1L));
            assertThat(all(account.anew(), "disable_api_termination", "user_data")
                            .get(0))
                    .containsEntry("disable_api_termination", true);
            assertThat(account.calls())
                    .isEqualTo(Map.of("ec2:DescribeInstances", 1L, "ec2:DescribeInstanceAttribute", 2L));
            account.anew().reader().rows(TABLE, Map.of());
            assertThat(account.calls())
                    .isEqualTo(Map.of(
                            "ec2:DescribeInstances",
                            1L,
                            "ec2:DescribeInstanceAttribute",
                            6L,
                            "ec2:DescribeInstanceStatus",
                            1L,
                            "ec2:GetLaunchTemplateData",
                            1L));
        }
    }

    @Test
    void aStoppedInstanceTellsWhenItWasStopped() {
        Instant stopped = Instant.parse("2025-06-01T12:30:05Z");
        Map<String, @Nullable Object> row =
                row(instance -> instance.stopped(stopped).publicAddress("198.51.100.7"));
        assertThat(row)
                .containsEntry("state_transition_reason", "User initiated (2025-06-01 12:30:05 GMT)")
                .containsEntry("state_transition_time", stopped.getEpochSecond() * 1_000_000)
                .containsEntry("public_ip_address", null);
        assertThat(row.get("instance_status")).asString().contains("\"not-applicable\"");
        Map<String, @Nullable Object> running = row(instance -> instance);
        assertThat(running).containsEntry("state_transition_time", running.get("launch_time"));
    }

    @Test
    void userDataIsShownAsTextWhereItIsText() {
        assertThat(InstanceAttributes.decoded("IyEvYmluL3NoCmVjaG8gaGkK")).isEqualTo("#!/bin/sh\necho hi\n");
        assertThat(InstanceAttributes.decoded("YQBiB2M=")).as("NUL and BEL").isEqualTo("abc");
        assertThat(InstanceAttributes.decoded("H4sIAP8=")).as("no UTF-8").isEqualTo("H4sIAP8=");
        assertThat(InstanceAttributes.decoded("not base64!")).isNull();
        assertThat(InstanceAttributes.decoded(null)).isNull();
    }

    @Test
    void regionsAreLookedIntoOneByOneAndOnlyThoseAskedFor() {
        try (var account = new SimulatedRegions(estate(instance -> instance), HOME, "eu-west-1")) {
            assertThat(all(account, "instance_id")).hasSize(2);
            assertThat(account.calls()).isEqualTo(Map.of("ec2:DescribeInstances", 2L));
            assertThat(account.anew()
                            .reader()
                            .rows(TABLE, Map.of("region", Set.of("eu-west-1")), OptionalLong.empty(), "region"))
                    .containsExactly(Map.of("region", "eu-west-1"));
            assertThat(account.calls()).isEqualTo(Map.of("ec2:DescribeInstances", 1L));
        }
    }

    @Test
    void filtersGoToTheServiceLiterallyAndNeverForWhatIsNotSet() {
        Estate estate = SimulatedRegions.estate(
                builder -> builder.instance(HOME, instance -> instance).instance(HOME, Ec2Instance::spot));
        try (var account = new SimulatedRegions(estate, HOME)) {
            assertThat(found(account, "instance_lifecycle", "spot")).hasSize(1);
            assertThat(found(account, "instance_lifecycle", "s*")).isEmpty();
            assertThat(found(account, "instance_lifecycle", ""))
                    .as("left to the engine")
                    .hasSize(2);
            String id = estate.instances().get(1).id();
            assertThat(found(account, "instance_id", id)).containsExactly(Map.of("instance_id", id));
            assertThat(found(account, "instance_id", "i-0")).isEmpty();
            assertThat(account.calls()).isEqualTo(Map.of("ec2:DescribeInstances", 5L));
        }
    }

    private static List<Map<String, @Nullable Object>> found(SimulatedRegions account, String column, String value) {
        return account.reader().rows(TABLE, Map.of(column, Set.of(value)), OptionalLong.empty(), "instance_id");
    }

    @Test
    void pagesAreWalked() {
        Estate estate = SimulatedRegions.estate(builder -> {
            for (int i = 0; i < 12; i++) {
                builder.instance(HOME, instance -> instance);
            }
        });
        try (var account =
                new SimulatedRegions(estate, SimulatorOptions.defaults().withPageSizeCap(5))) {
            assertThat(all(account, "instance_id")).doesNotHaveDuplicates().hasSize(12);
            assertThat(account.calls()).isEqualTo(Map.of("ec2:DescribeInstances", 3L));
        }
    }

    @Test
    void anInstanceThatGoesMeanwhileHasNoRow() {
        Estate estate = SimulatedRegions.estate(
                builder -> builder.instance(HOME, instance -> instance).instance(HOME, instance -> instance));
        String gone = estate.instances().get(0).id();
        var options = SimulatorOptions.defaults().withFault(call -> {
            if (call.action().equals("ec2:DescribeInstanceAttribute") && call.nth() == 1) {
                estate.deleteInstance(gone);
            }
            return Optional.empty();
        });
        try (var account = new SimulatedRegions(estate, options)) {
            assertThat(all(account, "instance_id", "user_data"))
                    .extracting(row -> row.get("instance_id"))
                    .doesNotContain(gone)
                    .hasSize(1);
        }
    }

    @Test
    void aDeniedAttributeIsAnErrorThatNamesIt() {
        var options = SimulatorOptions.defaults().withFault(Faults.denied("ec2:DescribeInstanceAttribute"));
        try (var account = new SimulatedRegions(estate(instance -> instance), options)) {
            assertThat(all(account, "instance_type")).hasSize(1);
            assertThatThrownBy(() -> all(account, "user_data"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("ec2:DescribeInstanceAttribute")
                    .hasMessageContaining("denied");
        }
    }
}
