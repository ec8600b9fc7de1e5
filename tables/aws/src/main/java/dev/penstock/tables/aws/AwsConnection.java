package dev.penstock.tables.aws;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.PluginConnection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The clients of one account, each made at its first call. */
public final class AwsConnection implements PluginConnection {
    private final AwsClients clients;
    private final Lazy<IamClient> iam;
    private final Lazy<StsClient> sts;
    private final Lazy<AccountClient> accounts;
    private final Lazy<OrganizationsClient> organizations;
    private final ConcurrentHashMap<Placed, Lazy<?>> regional = new ConcurrentHashMap<>();

    AwsConnection(AwsClients clients) {
        this.clients = clients;
        this.iam = new Lazy<>(clients::iam);
        this.sts = new Lazy<>(clients::sts);
        this.accounts = new Lazy<>(clients::accounts);
        this.organizations = new Lazy<>(clients::organizations);
    }

    /** Account Management. */
    public AccountClient accounts() {
        return accounts.get();
    }

    /** Organizations. */
    public OrganizationsClient organizations() {
        return organizations.get();
    }

    /** IAM Access Analyzer in a region. */
    public AccessAnalyzerClient accessAnalyzer(String region) {
        return inRegion(region, AccessAnalyzerClient.class, AccessAnalyzerClient::builder);
    }

    /**
     * The client of a service in a region, for services that only some tables use.
     *
     * @param kind the client's class
     * @param builder begins such a client
     */
    public <B extends AwsClientBuilder<B, T> & AwsSyncClientBuilder<B, T>, T extends SdkAutoCloseable> T inRegion(
            String region, Class<T> kind, Supplier<B> builder) {
        return kind.cast(regional.computeIfAbsent(
                        new Placed(kind, region), key -> new Lazy<>(() -> clients.inRegion(region, builder.get())))
                .get());
    }

    /** The regions that regional tables look into. */
    public List<String> regions() {
        return clients.regions();
    }

    /** The connection's own region. */
    public String region() {
        return clients.region();
    }

    /** Identity and Access Management. */
    public IamClient iam() {
        return iam.get();
    }

    /** Security Token Service, for the question who is calling. */
    public StsClient sts() {
        return sts.get();
    }

    @Override
    public OptionalInt attempts() {
        return clients.arguments().attempts();
    }

    @Override
    public boolean ignores(CallFailure failure) {
        return clients.arguments().ignores(failure);
    }

    @Override
    public boolean renews(CallFailure failure) {
        return clients.renews(failure);
    }

    @Override
    public Optional<String> account() {
        return clients.account();
    }

    @Override
    public void close() {
        iam.close();
        sts.close();
        accounts.close();
        organizations.close();
        regional.values().forEach(Lazy::close);
        clients.close();
    }

    private record Placed(Class<?> kind, String region) {}

    /** A client that is made once, by whoever needs it first. */
    private static final class Lazy<T extends SdkAutoCloseable> {
        private final Supplier<T> maker;
        private @Nullable T made;

        Lazy(Supplier<T> maker) {
            this.maker = maker;
        }

        synchronized T get() {
            T client = made;
            if (client == null) {
                client = maker.get();
                made = client;
            }
            return client;
        }

        synchronized void close() {
            if (made != null) {
                made.close();
            }
        }
    }
}
