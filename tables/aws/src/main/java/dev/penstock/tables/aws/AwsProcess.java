package dev.penstock.tables.aws;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSupplier;

/** What all connections of a process share, because each of them would hold the same: made when it is first needed. */
final class AwsProcess {
    /** How long a request may take. */
    static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final String MOST_IDLE = "1000";

    private @Nullable SdkHttpClient http;
    private @Nullable Supplier<ProfileFile> files;

    /** Sends the requests of all connections. */
    synchronized SdkHttpClient http() {
        SdkHttpClient known = http;
        if (known == null) {
            // The JDK keeps five idle connections to a host unless told otherwise. It reads this once, at its first
            // request, and connections share their hosts; no more are ever idle than were in flight.
            if (System.getProperty("http.maxConnections") == null) {
                System.setProperty("http.maxConnections", MOST_IDLE);
            }
            known = UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_TIMEOUT)
                    .socketTimeout(ATTEMPT_TIMEOUT)
                    .build();
            http = known;
        }
        return known;
    }

    /** The user's AWS configuration, read once and again when it has changed: it may hold thousands of profiles. */
    ProfileFile profiles() {
        return files().get();
    }

    private synchronized Supplier<ProfileFile> files() {
        Supplier<ProfileFile> known = files;
        if (known == null) {
            known = ProfileFileSupplier.defaultSupplier();
            files = known;
        }
        return known;
    }
}
