package dev.penstock.tables.aws.signin;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Credentials whose place is chosen when they are first needed, and again when the service takes them no longer. */
public final class RenewableCredentials implements AwsCredentialsProvider, SdkAutoCloseable {
    /** Calls that were under way with the old credentials fail together; the first of them renews for all. */
    private static final long TOGETHER = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<AwsCredentialsProvider> choice;
    private @Nullable AwsCredentialsProvider chosen;
    private long renewedAt = System.nanoTime() - TOGETHER;

    /** Credentials of the place that {@code choice} gives. */
    public RenewableCredentials(Supplier<AwsCredentialsProvider> choice) {
        this.choice = choice;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return chosen().resolveCredentials();
    }

    private synchronized AwsCredentialsProvider chosen() {
        AwsCredentialsProvider known = chosen;
        if (known == null) {
            known = choice.get();
            chosen = known;
        }
        return known;
    }

    /** Lets go of what the place gave, unless that has just been done. */
    public synchronized void renew() {
        long now = System.nanoTime();
        if (now - renewedAt >= TOGETHER) {
            renewedAt = now;
            close();
        }
    }

    @Override
    public synchronized void close() {
        if (chosen instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
        chosen = null;
    }
}
