package dev.penstock.tables.aws.simulator;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The operations of EC2 on regions. */
final class RegionOperations {
    private static final List<String> EVERYWHERE = List.of(
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2");
    private static final List<String> BY_CHOICE = List.of(
            "af-south-1",
            "ap-east-1",
            "ap-south-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ca-west-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "il-central-1",
            "me-central-1",
            "me-south-1");

    private RegionOperations() {}

    static void describeRegions(ApiCall call, XmlText result) {
        boolean all = call.parameters().flag("AllRegions");
        Set<String> chosen = call.estate().chosenRegions();
        var regions = new TreeMap<String, String>();
        EVERYWHERE.forEach(region -> regions.put(region, "opt-in-not-required"));
        BY_CHOICE.stream()
                .filter(region -> all || chosen.contains(region))
                .forEach(region -> regions.put(region, chosen.contains(region) ? "opted-in" : "not-opted-in"));
        Items.list(
                result,
                "regionInfo",
                List.copyOf(regions.entrySet()),
                (region, item) -> item.element("regionName", region.getKey())
                        .element("regionEndpoint", "ec2." + region.getKey() + ".amazonaws.com")
                        .element("optInStatus", region.getValue()));
    }
}
