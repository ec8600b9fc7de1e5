package dev.penstock.tables.aws.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The operations of EC2 on instances. */
final class InstanceOperations {
    private static final int FEWEST_PER_PAGE = 5;
    private static final Set<String> ATTRIBUTES = Set.of(
            "disableApiTermination",
            "instanceInitiatedShutdownBehavior",
            "kernel",
            "ramdisk",
            "sriovNetSupport",
            "userData");

    private InstanceOperations() {}

    static void describeInstances(ApiCall call, XmlText result) {
        List<InstanceFilter> filters = filters(call.parameters());
        List<Ec2Instance> found = named(call).stream()
                .filter(instance -> filters.stream().allMatch(filter -> filter.matches(call, instance)))
                .toList();
        Paging.Slice<Ec2Instance> page = page(call, found);
        Items.list(result, "reservationSet", page.items(), (instance, item) -> {
            item.element("reservationId", instance.part("r"))
                    .element("ownerId", call.accountId())
                    .element("groupSet", "");
            Items.list(item, "instancesSet", List.of(instance), (one, shape) -> InstanceShapes.full(call, one, shape));
        });
        if (page.nextMarker() != null) {
            result.element("nextToken", page.nextMarker());
        }
    }

    static void describeInstanceStatus(ApiCall call, XmlText result) {
        boolean all = call.parameters().flag("IncludeAllInstances");
        List<Ec2Instance> found = named(call).stream()
                .filter(instance -> all || instance.state().equals("running"))
                .toList();
        Paging.Slice<Ec2Instance> page = page(call, found);
        Items.list(result, "instanceStatusSet", page.items(), InstanceShapes::status);
        if (page.nextMarker() != null) {
            result.element("nextToken", page.nextMarker());
        }
    }

    static void describeInstanceAttribute(ApiCall call, XmlText result) {
        Ec2Instance instance = existing(call, call.parameters().required("InstanceId"));
        String attribute = call.parameters().required("Attribute");
        if (!ATTRIBUTES.contains(attribute)) {
            throw invalid("Value (" + attribute + ") for parameter attribute is invalid. Unknown attribute.");
        }
        result.element("instanceId", instance.id());
        InstanceShapes.attribute(instance, attribute, result);
    }

    static void getLaunchTemplateData(ApiCall call, XmlText result) {
        Ec2Instance instance = existing(call, call.parameters().required("InstanceId"));
        var data = new XmlText();
        InstanceShapes.launchTemplate(call, instance, data);
        result.element("launchTemplateData", data);
    }

    /** The instances of the region, or those of them that a request names. */
    private static List<Ec2Instance> named(ApiCall call) {
        List<String> ids = call.parameters().flatList("InstanceId");
        return ids.isEmpty()
                ? inRegion(call)
                : ids.stream().map(id -> existing(call, id)).toList();
    }

    private static List<Ec2Instance> inRegion(ApiCall call) {
        return call.estate().instances().stream()
                .filter(instance -> instance.region().equals(call.region()))
                .toList();
    }

    private static Ec2Instance existing(ApiCall call, String id) {
        if (!id.matches("i-[0-9a-f]{8,17}")) {
            throw new IamException(400, "InvalidInstanceID.Malformed", "Invalid id: \"" + id + "\"");
        }
        return inRegion(call).stream()
                .filter(instance -> instance.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IamException(
                        400, "InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist"));
    }

    /** The filters of a request: all must hold, each with one of its values. */
    private static List<InstanceFilter> filters(Parameters parameters) {
        var filters = new ArrayList<InstanceFilter>();
        for (int i = 1; parameters.get("Filter." + i + ".Name") != null; i++) {
            filters.add(new InstanceFilter(
                    parameters.required("Filter." + i + ".Name"), parameters.flatList("Filter." + i + ".Value")));
        }
        return filters;
    }

    private static Paging.Slice<Ec2Instance> page(ApiCall call, List<Ec2Instance> found) {
        Parameters parameters = call.parameters();
        String most = parameters.get("MaxResults");
        if (most == null) {
            return new Paging.Slice<>(found, null);
        }
        if (!parameters.flatList("InstanceId").isEmpty()) {
            throw new IamException(
                    400,
                    "InvalidParameterCombination",
                    "The parameter instancesSet cannot be used with the parameter maxResults");
        }
        if (!most.matches("[0-9]{1,4}")
                || Integer.parseInt(most) < FEWEST_PER_PAGE
                || Integer.parseInt(most) > SimulatorOptions.LARGEST_PAGE) {
            throw invalid("Value ( " + most + " ) for parameter maxResults is invalid. Expecting a value between "
                    + FEWEST_PER_PAGE + " and " + SimulatorOptions.LARGEST_PAGE + ".");
        }
        int size = Math.min(Integer.parseInt(most), call.pageSizeCap());
        String after = parameters.get("NextToken", "");
        List<Ec2Instance> rest = found.stream()
                .filter(instance -> instance.id().compareTo(after) > 0)
                .toList();
        return rest.size() <= size
                ? new Paging.Slice<>(rest, null)
                : new Paging.Slice<>(rest.subList(0, size), rest.get(size - 1).id());
    }

    static IamException invalid(String message) {
        return new IamException(400, "InvalidParameterValue", message);
    }
}
