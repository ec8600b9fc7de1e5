package dev.penstock.tables.aws.simulator;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The structures of EC2 that tell of an instance. Each is in the one subnet of a region, from the one image. */
final class InstanceShapes {
    static final String HYPERVISOR = "xen";
    static final String IMAGE = "ami-0a1b2c3d4e5f60718";
    static final String MONITORING = "disabled";
    static final String ROOT_DEVICE = "/dev/xvda";
    static final String SUBNET = "subnet-0c1d2e3f4a5b60718";
    static final String VPC = "vpc-0f1e2d3c4b5a60718";

    private static final String GROUP = "sg-0b1a2c3d4e5f60718";
    private static final DateTimeFormatter REASON_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private InstanceShapes() {}

    static void full(ApiCall call, Ec2Instance instance, XmlText xml) {
        identity(instance, xml);
        state(instance, xml);
        xml.element("privateDnsName", instance.privateName())
                .element("dnsName", instance.publicName())
                .element("reason", reason(instance))
                .element("amiLaunchIndex", "0")
                .element("productCodes", "")
                .element("instanceType", instance.type())
                .element("launchTime", instance.launched())
                .element(
                        "placement",
                        new XmlText()
                                .element("availabilityZone", instance.zone())
                                .element("groupName", "")
                                .element("tenancy", "default"))
                .element("monitoring", new XmlText().element("state", MONITORING))
                .element("subnetId", SUBNET)
                .element("vpcId", VPC)
                .element("privateIpAddress", instance.privateAddress());
        instance.publicAddress().ifPresent(address -> xml.element("ipAddress", address));
        xml.element("sourceDestCheck", true);
        groups(xml);
        if (instance.stopped().isPresent()) {
            xml.element(
                    "stateReason",
                    new XmlText()
                            .element("code", "Client.UserInitiatedShutdown")
                            .element("message", "Client.UserInitiatedShutdown: User initiated shutdown"));
        }
        machine(call, instance, xml);
        if (!instance.tags().isEmpty()) {
            Items.list(xml, "tagSet", instance.tags(), InstanceShapes::tag);
        }
        interfaces(call, instance, xml);
        options(instance, xml);
    }

    private static void identity(Ec2Instance instance, XmlText xml) {
        xml.element("instanceId", instance.id()).element("imageId", IMAGE);
    }

    private static void state(Ec2Instance instance, XmlText xml) {
        xml.element(
                "instanceState",
                new XmlText().element("code", instance.stateCode()).element("name", instance.state()));
    }

    private static String reason(Ec2Instance instance) {
        return instance.stopped()
                .map(when -> "User initiated (" + REASON_TIME.format(when) + " GMT)")
                .orElse("");
    }

    private static void groups(XmlText xml) {
        Items.list(
                xml,
                "groupSet",
                List.of(GROUP),
                (id, item) -> item.element("groupId", id).element("groupName", "default"));
    }

    private static void machine(ApiCall call, Ec2Instance instance, XmlText xml) {
        xml.element("architecture", "x86_64").element("rootDeviceType", "ebs").element("rootDeviceName", ROOT_DEVICE);
        Items.list(xml, "blockDeviceMapping", List.of(instance.part("vol")), (volume, item) -> {
            item.element("deviceName", ROOT_DEVICE);
            item.element(
                    "ebs",
                    new XmlText()
                            .element("volumeId", volume)
                            .element("status", "attached")
                            .element("attachTime", instance.launched())
                            .element("deleteOnTermination", true));
        });
        xml.element("virtualizationType", "hvm").element("clientToken", instance.part("token"));
        if (instance.isSpot()) {
            xml.element("instanceLifecycle", "spot").element("spotInstanceRequestId", instance.part("sir"));
        }
        xml.element("hypervisor", HYPERVISOR);
        if (instance.profile().isPresent()) {
            xml.element(
                    "iamInstanceProfile",
                    new XmlText()
                            .element("arn", profileArn(call, instance))
                            .element("id", profile(call, instance).id()));
        }
        xml.element("ebsOptimized", false).element("enaSupport", true);
    }

    private static void interfaces(ApiCall call, Ec2Instance instance, XmlText xml) {
        Items.list(xml, "networkInterfaceSet", List.of(instance.part("eni")), (id, item) -> {
            item.element("networkInterfaceId", id)
                    .element("subnetId", SUBNET)
                    .element("vpcId", VPC)
                    .element("description", "")
                    .element("ownerId", call.accountId())
                    .element("status", "in-use")
                    .element("privateIpAddress", instance.privateAddress())
                    .element("sourceDestCheck", true);
            groups(item);
        });
    }

    private static void options(Ec2Instance instance, XmlText xml) {
        xml.element("cpuOptions", new XmlText().element("coreCount", "1").element("threadsPerCore", "2"))
                .element(
                        "capacityReservationSpecification",
                        new XmlText().element("capacityReservationPreference", "open"))
                .element("hibernationOptions", new XmlText().element("configured", false))
                .element("enclaveOptions", new XmlText().element("enabled", false))
                .element(
                        "metadataOptions",
                        new XmlText()
                                .element("state", "applied")
                                .element("httpTokens", "required")
                                .element("httpPutResponseHopLimit", "2")
                                .element("httpEndpoint", "enabled"))
                .element("platformDetails", "Linux/UNIX")
                .element("usageOperation", "RunInstances")
                .element("usageOperationUpdateTime", instance.launched())
                .element("maintenanceOptions", new XmlText().element("autoRecovery", "default"))
                .element("currentInstanceBootMode", "legacy-bios");
    }

    static void status(Ec2Instance instance, XmlText xml) {
        xml.element("instanceId", instance.id()).element("availabilityZone", instance.zone());
        state(instance, xml);
        String checked = instance.state().equals("running") ? "ok" : "not-applicable";
        xml.element("systemStatus", new XmlText().element("status", checked))
                .element("instanceStatus", new XmlText().element("status", checked));
    }

    static void attribute(Ec2Instance instance, String attribute, XmlText xml) {
        var value = new XmlText();
        switch (attribute) {
            case "disableApiTermination" -> value.element("value", instance.isProtectedFromTermination());
            case "instanceInitiatedShutdownBehavior" ->
                value.element("value", instance.isSpot() ? "terminate" : "stop");
            case "userData" -> instance.userData().ifPresent(data -> value.element("value", data));
            default -> {
                // Instances of today have none of the others: an empty element.
            }
        }
        xml.element(attribute, value);
    }

    static void launchTemplate(ApiCall call, Ec2Instance instance, XmlText xml) {
        xml.element("ebsOptimized", false);
        if (instance.profile().isPresent()) {
            xml.element("iamInstanceProfile", new XmlText().element("arn", profileArn(call, instance)));
        }
        xml.element("imageId", IMAGE)
                .element("instanceType", instance.type())
                .element("disableApiTermination", instance.isProtectedFromTermination());
    }

    /** Empty where it has none. */
    static String profileArn(ApiCall call, Ec2Instance instance) {
        return instance.profile().isEmpty() ? "" : profile(call, instance).arn(call.accountId());
    }

    private static InstanceProfile profile(ApiCall call, Ec2Instance instance) {
        return call.held().instanceProfiles.existing(instance.profile().orElseThrow(), "Instance Profile");
    }

    private static void tag(Tag tag, XmlText xml) {
        xml.element("key", tag.key()).element("value", tag.value());
    }
}
