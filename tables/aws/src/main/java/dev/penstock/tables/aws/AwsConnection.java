package dev.penstock.tables.aws;

import dev.penstock.spi.PluginConnection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The clients of one account, each made at its first call. */
public final class AwsConnection implements PluginConnection {
    private final Lazy<IamClient> iam;
    private final Lazy<StsClient> sts;
    private final Runnable closeHttp;

    AwsConnection(Supplier<IamClient> iam, Supplier<StsClient> sts, Runnable closeHttp) {
        this.closeHttp = closeHttp;
        this.iam = new Lazy<>(iam);
        this.sts = new Lazy<>(sts);
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
    public void close() {
        iam.close();
        sts.close();
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
