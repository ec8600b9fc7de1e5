package dev.penstock.tables.aws.ec2;

import dev.penstock.spi.table.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.Filter;

/** The columns that DescribeInstances can narrow itself by, with its own names for them. */
final class InstanceFilters {
    private static final Map<String, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry("hypervisor", "hypervisor"),
            Map.entry("iam_instance_profile_arn", "iam-instance-profile.arn"),
            Map.entry("image_id", "image-id"),
            Map.entry("instance_id", "instance-id"),
            Map.entry("instance_lifecycle", "instance-lifecycle"),
            Map.entry("instance_state", "instance-state-name"),
            Map.entry("instance_type", "instance-type"),
            Map.entry("monitoring_state", "monitoring-state"),
            Map.entry("outpost_arn", "outpost-arn"),
            Map.entry("placement_availability_zone", "availability-zone"),
            Map.entry("placement_group_name", "placement-group-name"),
            Map.entry("placement_tenancy", "tenancy"),
            Map.entry("public_dns_name", "dns-name"),
            Map.entry("ram_disk_id", "ramdisk-id"),
            Map.entry("root_device_name", "root-device-name"),
            Map.entry("root_device_type", "root-device-type"),
            Map.entry("subnet_id", "subnet-id"),
            Map.entry("virtualization_type", "virtualization-type"),
            Map.entry("vpc_id", "vpc-id")));

    private static final Pattern WILDCARDS = Pattern.compile("[*?\\\\]");

    private InstanceFilters() {}

    static String[] columns() {
        return NAMES.keySet().toArray(String[]::new);
    }

    /** The filters of a request. An empty value is none: the service has no word for what is not set. */
    static List<Filter> of(PageRequest page) {
        var filters = new ArrayList<Filter>();
        NAMES.forEach((column, name) -> {
            String value = page.filter(column);
            if (value != null && !value.isEmpty()) {
                filters.add(Filter.builder().name(name).values(literal(value)).build());
            }
        });
        return filters;
    }

    /** Filters read * and ? as wildcards unless a backslash stands before them. */
    private static String literal(String value) {
        return WILDCARDS.matcher(value).replaceAll("\\\\$0");
    }
}
