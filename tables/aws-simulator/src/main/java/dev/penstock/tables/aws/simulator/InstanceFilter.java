package dev.penstock.tables.aws.simulator;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A filter of DescribeInstances.
 *
 * @param label the service's name for it
 * @param values of which one must match
 */
record InstanceFilter(String label, List<String> values) {
    boolean matches(ApiCall call, Ec2Instance instance) {
        String has = value(call, instance);
        return !has.isEmpty()
                && values.stream().anyMatch(text -> pattern(text).matcher(has).matches());
    }

    /** What an instance has of what is filtered by; empty where it has nothing. */
    private String value(ApiCall call, Ec2Instance instance) {
        return switch (label) {
            case "availability-zone" -> instance.zone();
            case "dns-name" -> instance.publicName();
            case "hypervisor" -> InstanceShapes.HYPERVISOR;
            case "iam-instance-profile.arn" -> InstanceShapes.profileArn(call, instance);
            case "image-id" -> InstanceShapes.IMAGE;
            case "instance-id" -> instance.id();
            case "instance-lifecycle" -> instance.isSpot() ? "spot" : "";
            case "instance-state-name" -> instance.state();
            case "instance-type" -> instance.type();
            case "monitoring-state" -> InstanceShapes.MONITORING;
            case "outpost-arn", "placement-group-name", "ramdisk-id" -> "";
            case "root-device-name" -> InstanceShapes.ROOT_DEVICE;
            case "root-device-type" -> "ebs";
            case "subnet-id" -> InstanceShapes.SUBNET;
            case "tenancy" -> "default";
            case "virtualization-type" -> "hvm";
            case "vpc-id" -> InstanceShapes.VPC;
            default -> throw InstanceOperations.invalid("The filter '" + label + "' is invalid");
        };
    }

    /** In a value * stands for any characters and ? for one, unless a backslash comes before. */
    private static Pattern pattern(String text) {
        var pattern = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                pattern.append(Pattern.quote(text.substring(++i, i + 1)));
            } else {
                pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
}
