package dev.penstock.tables.aws;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Wildcard;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Makes the clients of a connection: the credentials and endpoints of the AWS CLI unless arguments give them, no retries
 * (the engine's gate retries), one HTTP client with as many kept connections as there are calls in flight.
 */
final class AwsClients {
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final String MOST_IDLE = "1000";
    private static final String DEFAULT_REGION = "us-east-1";

    private final ConnectionConfig config;
    private final AwsArguments arguments;
    private final ClientOverrideConfiguration.Builder override;
    private final SdkHttpClient http;
    private final boolean selfContained;

    private AwsClients(ConnectionConfig config, Predicate<String> declared) {
        this.config = config;
        this.arguments = new AwsArguments(config);
        this.selfContained = config.argument("access_key").isPresent();
        this.http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(ATTEMPT_TIMEOUT)
                .build();
        this.override = ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                .addExecutionInterceptor(new ReadOnlyGuard(declared))
                .addExecutionInterceptor(new WholeAnswer());
        if (selfContained) {
            // With keys at hand nothing is to be looked for; an empty file keeps the SDK from reading the user's.
            ProfileFile nothing = ProfileFile.aggregator().build();
            override.defaultProfileFile(nothing).defaultProfileName("default");
        } else {
            config.argument("profile").ifPresent(override::defaultProfileName);
        }
    }

    /** A connection whose clients are made at their first call. */
    static AwsConnection connect(ConnectionConfig config, Predicate<String> declared) {
        // The JDK keeps five idle connections to a host unless told otherwise. It reads this once, at its first
        // request,
        // and connections share their hosts; no more are ever idle than were in flight.
        if (System.getProperty("http.maxConnections") == null) {
            System.setProperty("http.maxConnections", MOST_IDLE);
        }
        return new AwsConnection(new AwsClients(config, declared));
    }

    AwsArguments arguments() {
        return arguments;
    }

    IamClient iam() {
        return build(IamClient.builder());
    }

    StsClient sts() {
        return build(StsClient.builder());
    }

    AccountClient account() {
        return build(AccountClient.builder(), globalRegion());
    }

    OrganizationsClient organizations() {
        return build(OrganizationsClient.builder(), globalRegion());
    }

    <B extends AwsClientBuilder<B, T> & AwsSyncClientBuilder<B, T>, T> T inRegion(String region, B builder) {
        return build(builder, Region.of(region));
    }

    void close() {
        http.close();
    }

    /** The regions that regional tables look into: those configured, or else the connection's own. */
    List<String> regions() {
        List<String> patterns = arguments.regions();
        if (patterns.isEmpty()) {
            return List.of(region().id());
        }
        var regions = new LinkedHashSet<String>();
        for (String pattern : patterns) {
            if (Wildcard.isIn(pattern)) {
                inPartition().filter(Wildcard.of(pattern)::matches).forEach(regions::add);
            } else {
                regions.add(pattern);
            }
        }
        return List.copyOf(regions);
    }

    /** The regions of the connection's partition that the SDK knows. */
    private Stream<String> inPartition() {
        String partition = partition();
        return Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .filter(region -> region.metadata() != null
                        && region.metadata().partition().id().equals(partition))
                .map(Region::id)
                .sorted();
    }

    /** The partition of the connection's region; the commercial one for a region that the SDK does not know. */
    private String partition() {
        RegionMetadata known = region().metadata();
        return known == null ? "aws" : known.partition().id();
    }

    /** Where services without regions have their one endpoint. */
    private Region globalRegion() {
        return switch (partition()) {
            case "aws-cn" -> Region.CN_NORTHWEST_1;
            case "aws-us-gov" -> Region.US_GOV_WEST_1;
            default -> Region.US_EAST_1;
        };
    }

    private <B extends AwsClientBuilder<B, T> & AwsSyncClientBuilder<B, T>, T> T build(B builder) {
        return build(builder, region());
    }

    private <B extends AwsClientBuilder<B, T> & AwsSyncClientBuilder<B, T>, T> T build(B builder, Region region) {
        builder.httpClient(http)
                .overrideConfiguration(override.build())
                .credentialsProvider(credentials())
                .defaultsMode(DefaultsMode.LEGACY)
                .region(region);
        if (selfContained) {
            // Both would be looked for in the environment and the user's files.
            builder.dualstackEnabled(false).fipsEnabled(false);
        }
        endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private Optional<URI> endpoint() {
        return config.argument("endpoint_url").map(URI::create);
    }

    private AwsCredentialsProvider credentials() {
        String key = config.argument("access_key").orElse(null);
        String secret = config.argument("secret_key").orElse(null);
        if (key == null || secret == null) {
            return DefaultCredentialsProvider.builder()
                    .profileName(config.argument("profile").orElse(null))
                    .build();
        }
        return StaticCredentialsProvider.create(
                config.argument("session_token").isPresent()
                        ? AwsSessionCredentials.create(
                                key, secret, config.argument("session_token").orElseThrow())
                        : AwsBasicCredentials.create(key, secret));
    }

    /** IAM is global: the region only tells the partition, and none at all is no error. */
    Region region() {
        String configured = config.argument("default_region").orElse(null);
        return Region.of(configured != null ? configured : selfContained ? DEFAULT_REGION : regionOfTheChain());
    }

    private String regionOfTheChain() {
        @Nullable String profile = config.argument("profile").orElse(null);
        try {
            Region found = DefaultAwsRegionProviderChain.builder()
                    .profileName(profile)
                    .build()
                    .getRegion();
            return found == null ? DEFAULT_REGION : found.id();
        } catch (SdkClientException e) {
            // No region anywhere; the commercial partition it is.
            return DEFAULT_REGION;
        }
    }
}
