package dev.penstock.tables.aws;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.PluginConnection;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The clients of one account, each made at its first call. */
public final class AwsConnection implements PluginConnection {
    private final Lazy<IamClient> iam;
    private final Lazy<StsClient> sts;
    private final Lazy<AccountClient> account;
    private final Lazy<OrganizationsClient> organizations;
    private final ConcurrentHashMap<String, Lazy<AccessAnalyzerClient>> analyzers = new ConcurrentHashMap<>();
    private final Function<String, AccessAnalyzerClient> analyzer;
    private final Supplier<List<String>> regions;
    private final AwsArguments arguments;
    private final Runnable closeHttp;

    AwsConnection(
            Supplier<IamClient> iam,
            Supplier<StsClient> sts,
            Supplier<AccountClient> account,
            Supplier<OrganizationsClient> organizations,
            Function<String, AccessAnalyzerClient> analyzer,
            Supplier<List<String>> regions,
            AwsArguments arguments,
            Runnable closeHttp) {
        this.iam = new Lazy<>(iam);
        this.sts = new Lazy<>(sts);
        this.account = new Lazy<>(account);
        this.organizations = new Lazy<>(organizations);
        this.analyzer = analyzer;
        this.regions = regions;
        this.arguments = arguments;
        this.closeHttp = closeHttp;
    }

    /** Account Management. */
    public AccountClient account() {
        return account.get();
    }

    /** Organizations. */
    public OrganizationsClient organizations() {
        return organizations.get();
    }

    /** IAM Access Analyzer in a region. */
    public AccessAnalyzerClient accessAnalyzer(String region) {
        return analyzers
                .computeIfAbsent(region, name -> new Lazy<>(() -> analyzer.apply(name)))
                .get();
    }

    /** The regions that regional tables look into. */
    public List<String> regions() {
        return regions.get();
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
        return arguments.attempts();
    }

    @Override
    public boolean ignores(CallFailure failure) {
        return arguments.ignores(failure);
    }

    @Override
    public void close() {
        iam.close();
        sts.close();
        account.close();
        organizations.close();
        analyzers.values().forEach(Lazy::close);
        closeHttp.run();
    }

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
