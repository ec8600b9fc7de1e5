package dev.penstock.tables.aws.ec2;

import static dev.penstock.spi.table.ColumnType.BIGINT;
import static dev.penstock.spi.table.ColumnType.BOOLEAN;
import static dev.penstock.spi.table.ColumnType.INET;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;
import static dev.penstock.tables.aws.ec2.InstanceAttributes.attribute;
import static dev.penstock.tables.aws.ec2.InstanceAttributes.launchTemplateData;
import static dev.penstock.tables.aws.ec2.InstanceAttributes.status;
import static software.amazon.awssdk.services.ec2.model.InstanceAttributeName.DISABLE_API_TERMINATION;
import static software.amazon.awssdk.services.ec2.model.InstanceAttributeName.INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR;
import static software.amazon.awssdk.services.ec2.model.InstanceAttributeName.KERNEL;
import static software.amazon.awssdk.services.ec2.model.InstanceAttributeName.RAMDISK;
import static software.amazon.awssdk.services.ec2.model.InstanceAttributeName.SRIOV_NET_SUPPORT;
import static software.amazon.awssdk.services.ec2.model.InstanceAttributeName.USER_DATA;

import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.Table;
import dev.penstock.spi.value.Inet;
import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.InRegion;
import dev.penstock.tables.aws.SdkJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.CpuOptions;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfile;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceState;
import software.amazon.awssdk.services.ec2.model.Monitoring;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** One row per instance in the connection's regions. */
final class AwsEc2InstanceTable {
    private static final int MOST_PER_PAGE = 1000;

    private static final ListCall<AwsConnection, InRegion<Instance>> LIST_INSTANCES =
            ListCall.<AwsConnection, InRegion<Instance>>pagesPerKey(
                            "ec2:DescribeInstances",
                            KeySource.configured("region", AwsConnection::regions),
                            (aws, region, page) -> {
                                var answer = Ec2.in(aws, region)
                                        .describeInstances(request -> request.filters(InstanceFilters.of(page))
                                                .maxResults(MOST_PER_PAGE)
                                                .nextToken(page.marker()));
                                return Page.of(
                                        answer.reservations().stream()
                                                .flatMap(reservation -> reservation.instances().stream())
                                                .map(instance -> new InRegion<>(region, instance))
                                                .toList(),
                                        answer.nextToken());
                            })
                    .identifiedBy(instance -> instance.facts().instanceId())
                    .filteredBy(InstanceFilters.columns());

    static final Table<AwsConnection> TABLE = Table.named("aws_ec2_instance")
            .describedAs("Instances of EC2.")
            .rowsFrom(LIST_INSTANCES)
            .column("instance_id", TEXT, own(Instance::instanceId), "The id of the instance.")
            .column("arn", TEXT, AwsColumns.caller(AwsEc2InstanceTable::arn), "The ARN of the instance.")
            .column(
                    "instance_type",
                    TEXT,
                    orEmpty(Instance::instanceTypeAsString),
                    "The type of the instance, such as t3.micro.")
            .column(
                    "instance_state",
                    TEXT,
                    orEmpty(part(Instance::state, InstanceState::nameAsString)),
                    "The state of the instance: pending, running, shutting-down, terminated, stopping or stopped.")
            .column(
                    "monitoring_state",
                    TEXT,
                    orEmpty(part(Instance::monitoring, Monitoring::stateAsString)),
                    "Whether detailed monitoring is on: disabled, disabling, enabled or pending.")
            .column(
                    "disable_api_termination",
                    BOOLEAN,
                    attribute(DISABLE_API_TERMINATION)
                            .getOrElse(answer -> isTrue(answer.disableApiTermination()), false),
                    "Whether the API refuses to terminate the instance.")
            .column(
                    "ami_launch_index",
                    BIGINT,
                    number(Instance::amiLaunchIndex),
                    "The place of the instance among those launched together, from 0.")
            .column("architecture", TEXT, orEmpty(Instance::architectureAsString), "The architecture of the image.")
            .column("boot_mode", TEXT, orEmpty(Instance::bootModeAsString), "The boot mode that the image asks for.")
            .column(
                    "current_instance_boot_mode",
                    TEXT,
                    orEmpty(Instance::currentInstanceBootModeAsString),
                    "The boot mode that the instance booted in.")
            .column("ipv6_address", TEXT, own(Instance::ipv6Address), "The IPv6 address of the instance.")
            .column(
                    "capacity_reservation_id",
                    TEXT,
                    own(Instance::capacityReservationId),
                    "The id of the capacity reservation that the instance uses.")
            .column(
                    "capacity_reservation_specification",
                    JSON,
                    object(Instance::capacityReservationSpecification),
                    "Which capacity reservations the instance prefers or is bound to.")
            .column(
                    "client_token",
                    TEXT,
                    own(Instance::clientToken),
                    "The token that made the launch happen once only.")
            .column(
                    "cpu_options_core_count",
                    BIGINT,
                    number(part(Instance::cpuOptions, CpuOptions::coreCount)),
                    "The number of CPU cores.")
            .column(
                    "cpu_options_threads_per_core",
                    BIGINT,
                    number(part(Instance::cpuOptions, CpuOptions::threadsPerCore)),
                    "The number of threads of each CPU core.")
            .column(
                    "ebs_optimized",
                    BOOLEAN,
                    own(Instance::ebsOptimized),
                    "Whether the instance is optimized for Amazon EBS.")
            .column("ena_support", BOOLEAN, own(Instance::enaSupport), "Whether enhanced networking with ENA is on.")
            .column("hypervisor", TEXT, orEmpty(Instance::hypervisorAsString), "The hypervisor: ovm or xen.")
            .column(
                    "iam_instance_profile_arn",
                    TEXT,
                    own(part(Instance::iamInstanceProfile, IamInstanceProfile::arn)),
                    "The ARN of the instance profile that gives the instance its role.")
            .column(
                    "iam_instance_profile_id",
                    TEXT,
                    own(part(Instance::iamInstanceProfile, IamInstanceProfile::id)),
                    "The id of the instance profile.")
            .column(
                    "image_id",
                    TEXT,
                    own(Instance::imageId),
                    "The id of the image that the instance was launched from.")
            .column(
                    "instance_initiated_shutdown_behavior",
                    TEXT,
                    attributeText(
                            INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR,
                            DescribeInstanceAttributeResponse::instanceInitiatedShutdownBehavior),
                    "Whether a shutdown from within stops or terminates the instance.")
            .column(
                    "instance_lifecycle",
                    TEXT,
                    orEmpty(Instance::instanceLifecycleAsString),
                    "Spot, scheduled or capacity-block; empty for an instance on demand.")
            .column(
                    "kernel_id",
                    TEXT,
                    attributeText(KERNEL, DescribeInstanceAttributeResponse::kernelId),
                    "The id of the kernel.")
            .column("key_name", TEXT, own(Instance::keyName), "The name of the key pair.")
            .column("launch_time", TIMESTAMP, own(Instance::launchTime), "When the instance was last launched.")
            .column("outpost_arn", TEXT, own(Instance::outpostArn), "The ARN of the Outpost that the instance is on.")
            .column(
                    "placement_affinity",
                    TEXT,
                    own(part(Instance::placement, Placement::affinity)),
                    "How the instance is bound to its dedicated host.")
            .column(
                    "placement_availability_zone",
                    TEXT,
                    own(part(Instance::placement, Placement::availabilityZone)),
                    "The availability zone of the instance.")
            .column(
                    "placement_group_id",
                    TEXT,
                    own(part(Instance::placement, Placement::groupId)),
                    "The id of the placement group.")
            .column(
                    "placement_group_name",
                    TEXT,
                    own(part(Instance::placement, Placement::groupName)),
                    "The name of the placement group.")
            .column(
                    "placement_host_id",
                    TEXT,
                    own(part(Instance::placement, Placement::hostId)),
                    "The id of the dedicated host.")
            .column(
                    "placement_host_resource_group_arn",
                    TEXT,
                    own(part(Instance::placement, Placement::hostResourceGroupArn)),
                    "The ARN of the resource group of hosts that the instance was launched in.")
            .column(
                    "placement_partition_number",
                    BIGINT,
                    number(part(Instance::placement, Placement::partitionNumber)),
                    "The number of the partition in a partition placement group.")
            .column(
                    "placement_tenancy",
                    TEXT,
                    orEmpty(part(Instance::placement, Placement::tenancyAsString)),
                    "The tenancy: default, dedicated or host.")
            .column(
                    "platform",
                    TEXT,
                    orEmpty(Instance::platformAsString),
                    "Windows for instances of Windows; empty for others.")
            .column("platform_details", TEXT, own(Instance::platformDetails), "The platform as bills name it.")
            .column("private_ip_address", INET, address(Instance::privateIpAddress), "The private IPv4 address.")
            .column(
                    "private_dns_name",
                    TEXT,
                    own(Instance::privateDnsName),
                    "The private DNS name; empty until the instance runs.")
            .column(
                    "public_dns_name",
                    TEXT,
                    own(Instance::publicDnsName),
                    "The public DNS name; empty where there is none.")
            .column("public_ip_address", INET, address(Instance::publicIpAddress), "The public IPv4 address.")
            .column(
                    "ram_disk_id",
                    TEXT,
                    attributeText(RAMDISK, DescribeInstanceAttributeResponse::ramdiskId),
                    "The id of the RAM disk.")
            .column("root_device_name", TEXT, own(Instance::rootDeviceName), "The device name of the root volume.")
            .column(
                    "root_device_type",
                    TEXT,
                    orEmpty(Instance::rootDeviceTypeAsString),
                    "The kind of root device: ebs or instance-store.")
            .column(
                    "source_dest_check",
                    BOOLEAN,
                    own(Instance::sourceDestCheck),
                    "Whether traffic is checked to begin or end at the instance; off for instances that route.")
            .column(
                    "spot_instance_request_id",
                    TEXT,
                    own(Instance::spotInstanceRequestId),
                    "The id of the Spot request.")
            .column(
                    "sriov_net_support",
                    TEXT,
                    attributeText(SRIOV_NET_SUPPORT, DescribeInstanceAttributeResponse::sriovNetSupport),
                    "Whether enhanced networking with the Intel 82599 interface is on.")
            .column(
                    "state_code",
                    BIGINT,
                    number(part(Instance::state, InstanceState::code)),
                    "The number of the state.")
            .column(
                    "state_transition_reason",
                    TEXT,
                    own(Instance::stateTransitionReason),
                    "Why the state last changed; empty where nothing is said.")
            .column(
                    "state_transition_time",
                    TIMESTAMP,
                    own(StateTransition::time),
                    "When the instance was stopped or terminated, or else launched.")
            .column("subnet_id", TEXT, own(Instance::subnetId), "The id of the subnet.")
            .column("tpm_support", TEXT, own(Instance::tpmSupport), "The version of NitroTPM where it is on.")
            .column(
                    "usage_operation",
                    TEXT,
                    own(Instance::usageOperation),
                    "The operation that bills name for the platform.")
            .column(
                    "usage_operation_update_time",
                    TEXT,
                    own(instance -> text(instance.usageOperationUpdateTime())),
                    "When the usage operation was last changed.")
            .column(
                    "user_data",
                    TEXT,
                    attribute(USER_DATA)
                            .get(answer -> InstanceAttributes.decoded(
                                    InstanceAttributes.text(DescribeInstanceAttributeResponse::userData)
                                            .extract(answer))),
                    "The user data, decoded where it is text.")
            .column(
                    "virtualization_type",
                    TEXT,
                    orEmpty(Instance::virtualizationTypeAsString),
                    "The kind of virtualization: hvm or paravirtual.")
            .column("vpc_id", TEXT, own(Instance::vpcId), "The id of the VPC.")
            .column(
                    "block_device_mappings",
                    JSON,
                    list(Instance::hasBlockDeviceMappings, Instance::blockDeviceMappings),
                    "The block devices of the instance.")
            .column(
                    "elastic_gpu_associations",
                    JSON,
                    list(Instance::hasElasticGpuAssociations, Instance::elasticGpuAssociations),
                    "The Elastic GPUs of the instance.")
            .column(
                    "elastic_inference_accelerator_associations",
                    JSON,
                    list(
                            Instance::hasElasticInferenceAcceleratorAssociations,
                            Instance::elasticInferenceAcceleratorAssociations),
                    "The Elastic Inference accelerators of the instance.")
            .column("enclave_options", JSON, object(Instance::enclaveOptions), "Whether the instance can run enclaves.")
            .column(
                    "hibernation_options",
                    JSON,
                    object(Instance::hibernationOptions),
                    "Whether the instance can hibernate.")
            .column(
                    "state_reason",
                    JSON,
                    object(Instance::stateReason),
                    "Why the state last changed, as a code and a sentence.")
            .column(
                    "launch_template_data",
                    JSON,
                    launchTemplateData().get(SdkJson::of),
                    "What a launch template made of this instance would hold.")
            .column(
                    "licenses",
                    JSON,
                    list(Instance::hasLicenses, Instance::licenses),
                    "The license configurations of the instance.")
            .column(
                    "maintenance_options",
                    JSON,
                    object(Instance::maintenanceOptions),
                    "Whether the instance recovers by itself.")
            .column(
                    "metadata_options",
                    JSON,
                    object(Instance::metadataOptions),
                    "How the instance can reach its metadata.")
            .column(
                    "network_interfaces",
                    JSON,
                    list(Instance::hasNetworkInterfaces, Instance::networkInterfaces),
                    "The network interfaces of the instance.")
            .column(
                    "private_dns_name_options",
                    JSON,
                    object(Instance::privateDnsNameOptions),
                    "How the host name of the instance is made and answered.")
            .column(
                    "product_codes",
                    JSON,
                    list(Instance::hasProductCodes, Instance::productCodes),
                    "The product codes of the image.")
            .column(
                    "security_groups",
                    JSON,
                    list(Instance::hasSecurityGroups, Instance::securityGroups),
                    "The security groups of the instance.")
            .column(
                    "instance_status",
                    JSON,
                    status().get(SdkJson::of),
                    "The checks of instance and system, and what is planned for them.")
            .column("tags_src", JSON, list(Instance::hasTags, Instance::tags), "The tags of the instance as a list.")
            .column("title", TEXT, own(AwsEc2InstanceTable::title), "The Name tag of the instance, or else its id.")
            .column("tags", JSON, own(AwsEc2InstanceTable::tags), "The tags of the instance as a map.")
            .column(
                    "akas",
                    JSON,
                    AwsColumns.caller((instance, caller) -> Json.array(List.of(Json.text(arn(instance, caller))))),
                    "The ARN of the instance in an array.")
            .with(table -> AwsColumns.regional(table, InRegion::region))
            .example("Instances without a role", """
                    select instance_id, region, title from aws_ec2_instance where iam_instance_profile_arn is null""")
            .example("Instances that answer metadata requests without a token", """
                    select instance_id, metadata_options ->> 'HttpTokens' as tokens
                    from aws_ec2_instance
                    where metadata_options ->> 'HttpTokens' <> 'required'""")
            .build();

    private AwsEc2InstanceTable() {}

    private static <T> Extractor<InRegion<Instance>, T> own(Extractor<Instance, T> extractor) {
        return instance -> extractor.extract(instance.facts());
    }

    /** Names that the service chooses among a few: empty where it chose none. */
    private static Extractor<InRegion<Instance>, String> orEmpty(Extractor<Instance, String> extractor) {
        return instance -> {
            String name = extractor.extract(instance.facts());
            return name == null ? "" : name;
        };
    }

    /** Something about a part of an instance, NULL where the part is not there. */
    private static <P, T> Extractor<Instance, T> part(Extractor<Instance, P> whole, Extractor<P, T> extractor) {
        return instance -> {
            P found = whole.extract(instance);
            return found == null ? null : extractor.extract(found);
        };
    }

    private static Extractor<InRegion<Instance>, Long> number(Extractor<Instance, Integer> extractor) {
        return instance -> {
            Integer number = extractor.extract(instance.facts());
            return number == null ? null : number.longValue();
        };
    }

    private static Extractor<InRegion<Instance>, Inet> address(Extractor<Instance, String> extractor) {
        return instance -> {
            String address = extractor.extract(instance.facts());
            return address == null || address.isEmpty() ? null : new Inet(address);
        };
    }

    private static Extractor<InRegion<Instance>, Json> object(Extractor<Instance, ? extends SdkPojo> extractor) {
        return instance -> SdkJson.of(extractor.extract(instance.facts()));
    }

    /** A list as it was sent: NULL where the answer left it out. */
    private static Extractor<InRegion<Instance>, Json> list(
            Predicate<Instance> sent, Extractor<Instance, ? extends List<?>> extractor) {
        return instance -> {
            List<?> items = extractor.extract(instance.facts());
            return sent.test(instance.facts()) && items != null ? SdkJson.list(items) : null;
        };
    }

    private static ColumnSource<AwsConnection, InRegion<Instance>, String> attributeText(
            InstanceAttributeName name, Extractor<DescribeInstanceAttributeResponse, AttributeValue> extractor) {
        return attribute(name).get(InstanceAttributes.text(extractor));
    }

    private static boolean isTrue(@Nullable AttributeBooleanValue value) {
        return value != null && Boolean.TRUE.equals(value.value());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static String title(Instance instance) {
        return instance.tags().stream()
                .filter(tag -> tag.key().equals("Name"))
                .map(Tag::value)
                .findFirst()
                .orElse(instance.instanceId());
    }

    private static @Nullable Json tags(Instance instance) {
        if (!instance.hasTags()) {
            return null;
        }
        var tags = new LinkedHashMap<String, Json>();
        instance.tags().forEach(tag -> tags.put(tag.key(), Json.text(tag.value())));
        return Json.object(tags);
    }

    private static String arn(InRegion<Instance> instance, GetCallerIdentityResponse caller) {
        return "arn:" + AwsColumns.partition(caller) + ":ec2:" + instance.region() + ":" + caller.account()
                + ":instance/" + instance.facts().instanceId();
    }
}
