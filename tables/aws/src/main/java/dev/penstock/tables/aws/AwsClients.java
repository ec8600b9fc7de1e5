package dev.penstock.tables.aws;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Prompt;
import dev.penstock.spi.Wildcard;
import dev.penstock.tables.aws.signin.AssumedRole;
import dev.penstock.tables.aws.signin.RenewableCredentials;
import dev.penstock.tables.aws.signin.SignIn;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Makes the clients of a connection: the credentials and endpoints of the AWS CLI unless arguments give them, no retries
 * (the engine's gate retries), and the HTTP client that all connections share.
 */
final class AwsClients {
    /** What only signing in may send. */
    private static final Set<String> SIGN_IN = Set.of("sts:AssumeRole", "sts:AssumeRoleWithWebIdentity");

    /** What the service says of credentials that were good once. */
    private static final Set<String> WORN = Set.of(
            "expiredtoken",
            "expiredtokenexception",
            "requestexpired",
            "invalidclienttokenid",
            "unrecognizedclientexception");

    private final ConnectionConfig config;
    private final AwsArguments arguments;
    private final Predicate<String> declared;
    private final AwsProcess process;
    private final Prompt prompt;
    private final boolean selfContained;
    private final HomeRegion home;
    private final RenewableCredentials credentials = new RenewableCredentials(this::signIn);

    private AwsClients(ConnectionConfig config, Predicate<String> declared, AwsProcess process, Prompt prompt) {
        this.config = config;
        this.arguments = new AwsArguments(config);
        this.declared = declared;
        this.process = process;
        this.prompt = prompt;
        this.selfContained = config.argument("access_key").isPresent();
        this.home = new HomeRegion(config, arguments, this::profiles);
    }

    /** A connection whose clients are made at their first call. */
    static AwsConnection connect(
            ConnectionConfig config, Predicate<String> declared, AwsProcess process, Prompt prompt) {
        return new AwsConnection(new AwsClients(config, declared, process, prompt));
    }

    /** With keys at hand nothing is to be looked for; an empty file keeps the SDK from reading the user's. */
    private ProfileFile profiles() {
        return selfContained ? ProfileFile.aggregator().build() : process.profiles();
    }

    private ClientOverrideConfiguration settings(Predicate<String> allowed) {
        var override = ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallAttemptTimeout(AwsProcess.ATTEMPT_TIMEOUT)
                .addExecutionInterceptor(new ReadOnlyGuard(allowed))
                .addExecutionInterceptor(new WholeAnswer())
                .defaultProfileFile(profiles());
        if (selfContained) {
            override.defaultProfileName("default");
        } else {
            config.argument("profile").ifPresent(override::defaultProfileName);
        }
        return override.build();
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

    AccountClient accounts() {
        return build(AccountClient.builder(), globalRegion());
    }

    OrganizationsClient organizations() {
        return build(OrganizationsClient.builder(), globalRegion());
    }

    <B extends AwsClientBuilder<B, T> & AwsSyncClientBuilder<B, T>, T> T inRegion(String region, B builder) {
        return build(builder, Region.of(region));
    }

    void close() {
        credentials.close();
    }

    /** The regions that regional tables look into: those configured, or else the connection's own. */
    List<String> regions() {
        List<String> patterns = arguments.regions();
        if (patterns.isEmpty()) {
            return List.of(region());
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
        RegionMetadata known = Region.of(region()).metadata();
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
        return build(builder, Region.of(region()));
    }

    private <B extends AwsClientBuilder<B, T> & AwsSyncClientBuilder<B, T>, T> T build(B builder, Region region) {
        return build(builder, region, credentials, declared);
    }

    private <B extends AwsClientBuilder<B, T> & AwsSyncClientBuilder<B, T>, T> T build(
            B builder, Region region, AwsCredentialsProvider source, Predicate<String> allowed) {
        builder.httpClient(process.http())
                .overrideConfiguration(settings(allowed))
                .credentialsProvider(source)
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

    private AwsCredentialsProvider signIn() {
        var places = new SignIn(
                this::profiles,
                prompt,
                source -> build(StsClient.builder(), Region.of(region()), source, SIGN_IN::contains));
        AwsCredentialsProvider own = own(places);
        return config.argument("role_arn")
                .map(role -> places.role(
                        own,
                        new AssumedRole(
                                role,
                                config.argument("role_session_name").orElse(null),
                                config.argument("external_id").orElse(null))))
                .orElse(own);
    }

    private AwsCredentialsProvider own(SignIn places) {
        return selfContained
                ? given()
                : config.argument("profile").map(places::profile).orElseGet(places::standard);
    }

    private AwsCredentialsProvider given() {
        String key = config.argument("access_key").orElseThrow();
        String secret = config.argument("secret_key").orElseThrow();
        return StaticCredentialsProvider.create(config.argument("session_token")
                .<software.amazon.awssdk.auth.credentials.AwsCredentials>map(
                        token -> AwsSessionCredentials.create(key, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(key, secret)));
    }

    /** Signs in anew where the place may have other credentials by now; keys that are configured stay as they are. */
    boolean renews(CallFailure failure) {
        boolean fixed = selfContained && config.argument("role_arn").isEmpty();
        if (fixed || !WORN.contains(failure.code().toLowerCase(Locale.ROOT))) {
            return false;
        }
        credentials.renew();
        return true;
    }

    /** The account that stands in the role's ARN. */
    Optional<String> account() {
        return config.argument("role_arn").map(arn -> arn.split(":", 6)[4]);
    }

    /** The connection's own region. */
    String region() {
        return home.id();
    }
}
