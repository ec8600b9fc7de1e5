package dev.penstock.tables.aws;

import dev.penstock.spi.ConnectionConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * The region that a connection calls where the service has no other: the one it names, that of the environment, that of
 * its profile, one of the partition that its regions are in, or else us-east-1. Nothing is asked for it.
 */
final class HomeRegion {
    private static final String COMMERCIAL = "us-east-1";

    /** The longer prefixes come first. */
    private static final List<Map.Entry<String, String>> PARTITIONS = List.of(
            Map.entry("us-gov", "us-gov-west-1"),
            Map.entry("us-isob", "us-isob-east-1"),
            Map.entry("us-iso", "us-iso-east-1"),
            Map.entry("cn", "cn-northwest-1"));

    private final ConnectionConfig config;
    private final AwsArguments arguments;
    private final Supplier<ProfileFile> files;
    private @Nullable String found;

    HomeRegion(ConnectionConfig config, AwsArguments arguments, Supplier<ProfileFile> files) {
        this.config = config;
        this.arguments = arguments;
        this.files = files;
    }

    synchronized String id() {
        String known = found;
        if (known == null) {
            known = config.argument("default_region")
                    .or(HomeRegion::ofEnvironment)
                    .or(this::ofProfile)
                    .or(this::ofPartition)
                    .orElse(COMMERCIAL);
            found = known;
        }
        return known;
    }

    private static Optional<String> ofEnvironment() {
        return SdkSystemSetting.AWS_REGION
                .getStringValue()
                .or(() -> Optional.ofNullable(System.getenv("AWS_DEFAULT_REGION")))
                .filter(region -> !region.isBlank());
    }

    private Optional<String> ofProfile() {
        String name = config.argument("profile")
                .or(ProfileFileSystemSetting.AWS_PROFILE::getStringValue)
                .orElse("default");
        return files.get().profile(name).flatMap(profile -> profile.property(ProfileProperty.REGION));
    }

    private Optional<String> ofPartition() {
        return arguments.regions().stream()
                .flatMap(region -> PARTITIONS.stream()
                        .filter(partition -> region.startsWith(partition.getKey()))
                        .limit(1))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
