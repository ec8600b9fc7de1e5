package dev.penstock.tables.aws;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The SDK's clients of one endpoint, of every service that the tables read. */
record ReadingClients(
        SdkHttpClient http,
        IamClient iam,
        StsClient sts,
        AccountClient account,
        OrganizationsClient organizations,
        AccessAnalyzerClient analyzers)
        implements AutoCloseable {

    static ReadingClients of(URI endpoint) {
        SdkHttpClient http = UrlConnectionHttpClient.create();
        return new ReadingClients(
                http,
                at(endpoint, http, IamClient.builder()),
                at(endpoint, http, StsClient.builder()),
                at(endpoint, http, AccountClient.builder()),
                at(endpoint, http, OrganizationsClient.builder()),
                at(endpoint, http, AccessAnalyzerClient.builder()));
    }

    /** One reading of each action that the tables use, by action. */
    static Map<String, Function<ReadingClients, SdkPojo>> readings() {
        var readings = new TreeMap<String, Function<ReadingClients, SdkPojo>>();
        IamReadings.CALLS.forEach((name, call) -> readings.put("iam:" + name, clients -> call.apply(clients.iam())));
        readings.put("sts:GetCallerIdentity", clients -> clients.sts().getCallerIdentity());
        readings.put(
                "account:GetContactInformation", clients -> clients.account().getContactInformation(r -> {}));
        readings.put(
                "account:GetAlternateContact",
                clients -> clients.account()
                        .getAlternateContact(r -> r.alternateContactType(AlternateContactType.BILLING)));
        readings.put(
                "organizations:DescribeOrganization",
                clients -> clients.organizations().describeOrganization());
        readings.put(
                "organizations:DescribeAccount",
                clients -> clients.organizations().describeAccount(r -> r.accountId(TwinEstates.ACCOUNT)));
        readings.put(
                "organizations:ListAccounts", clients -> clients.organizations().listAccounts());
        readings.put(
                "organizations:ListAccountsForParent",
                clients -> clients.organizations().listAccountsForParent(r -> r.parentId("r-none")));
        readings.put(
                "organizations:ListParents",
                clients -> clients.organizations().listParents(r -> r.childId(TwinEstates.ACCOUNT)));
        readings.put(
                "organizations:ListTagsForResource",
                clients -> clients.organizations().listTagsForResource(r -> r.resourceId(TwinEstates.ACCOUNT)));
        readings.put(
                "access-analyzer:ListAnalyzers", clients -> clients.analyzers().listAnalyzers(r -> {}));
        readings.put(
                "access-analyzer:ListFindings",
                clients -> clients.analyzers()
                        .listFindings(
                                r -> r.analyzerArn("arn:aws:access-analyzer:us-east-1:123456789012:analyzer/twin")));
        return readings;
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C at(
            URI endpoint, SdkHttpClient http, B builder) {
        return builder.httpClient(http)
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    @Override
    public void close() {
        iam.close();
        sts.close();
        account.close();
        organizations.close();
        analyzers.close();
        http.close();
    }
}
