package dev.penstock.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The calls of control 1.13 as a program without an engine would make them: the SDK and a pool of threads. */
final class BareLoop {
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIABENCHMARK0000000", "none"));

    private BareLoop() {}

    /** The SDK's client, which does not try again. */
    static IamClient iam(URI endpoint, SdkHttpClient http) {
        return IamClient.builder()
                .httpClient(http)
                .credentialsProvider(CREDENTIALS)
                .region(Region.US_EAST_1)
                .endpointOverride(endpoint)
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** Lists every user, then each user's keys, so many at once; the number of keys. */
    static long keys(URI endpoint, int inFlight) throws InterruptedException, ExecutionException {
        var http = UrlConnectionHttpClient.builder().build();
        var pool = Executors.newFixedThreadPool(inFlight);
        try (http;
                IamClient iam = iam(endpoint, http);
                StsClient sts = StsClient.builder()
                        .httpClient(http)
                        .credentialsProvider(CREDENTIALS)
                        .region(Region.US_EAST_1)
                        .endpointOverride(endpoint)
                        .build()) {
            sts.getCallerIdentity();
            List<Future<Integer>> answers = new ArrayList<>();
            String marker = null;
            do {
                String from = marker;
                var page = iam.listUsers(request -> request.maxItems(1000).marker(from));
                page.users()
                        .forEach(user -> answers.add(
                                pool.submit(() -> iam.listAccessKeys(request -> request.userName(user.userName()))
                                        .accessKeyMetadata()
                                        .size())));
                marker = page.marker();
            } while (marker != null);
            long keys = 0;
            for (Future<Integer> answer : answers) {
                keys += answer.get();
            }
            return keys;
        } finally {
            pool.shutdownNow();
        }
    }
}
