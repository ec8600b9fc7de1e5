package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;

/** One row per provider of identities that speaks OpenID Connect. */
final class AwsIamOpenIdConnectProviderTable {
    private static final ListCall<AwsConnection, Provider> LIST_PROVIDERS = ListCall.whole(
            "iam:ListOpenIDConnectProviders",
            (AwsConnection aws) -> aws.iam().listOpenIDConnectProviders().openIDConnectProviderList().stream()
                    .map(listed -> new Provider(
                            listed.arn(),
                            GetOpenIdConnectProviderResponse.builder().build()))
                    .toList());

    /** Listings tell the ARN only; GetOpenIDConnectProvider has the rest. */
    private static final RowCall<AwsConnection, Provider, Provider> GET_PROVIDER = RowCall.of(
            "iam:GetOpenIDConnectProvider",
            Provider::arn,
            (aws, arn) -> new Provider(
                    arn, aws.iam().getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(arn))));

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_open_id_connect_provider")
            .describedAs("Providers of identities that speak OpenID Connect.")
            .rowsFrom(LIST_PROVIDERS.identifiedBy(Provider::arn))
            .rowsByKey(GetCall.by("arn", GET_PROVIDER, IamNames::providerArn))
            .column("arn", TEXT, Provider::arn, "The ARN of the provider.")
            .column(
                    "client_id_list",
                    JSON,
                    fact(facts -> facts.hasClientIDList() ? SdkJson.list(facts.clientIDList()) : null),
                    "The clients that may ask the provider.")
            .column(
                    "create_date",
                    TIMESTAMP,
                    fact(GetOpenIdConnectProviderResponse::createDate),
                    "When the provider was created.")
            .column(
                    "thumbprint_list",
                    JSON,
                    fact(facts -> facts.hasThumbprintList() ? SdkJson.list(facts.thumbprintList()) : null),
                    "The thumbprints of the certificates that the provider is known by.")
            .column(
                    "url",
                    TEXT,
                    fact(GetOpenIdConnectProviderResponse::url),
                    "Host and path of the provider, without a scheme.")
            .column(
                    "tags_src",
                    JSON,
                    fact(facts -> facts.hasTags() ? SdkJson.list(facts.tags()) : null),
                    "The tags of the provider as the service lists them.")
            .column(
                    "tags",
                    JSON,
                    fact(facts -> IamJson.tagMapOrNull(facts.tags())),
                    "The tags of the provider as a map, NULL if there are none.")
            .column("akas", JSON, provider -> IamJson.aka(provider.arn()), "The ARN of the provider in an array.")
            .with(AwsColumns::global)
            .example("Whose identities are trusted", """
                    select url, client_id_list from aws_iam_open_id_connect_provider""")
            .build();

    private AwsIamOpenIdConnectProviderTable() {}

    private static <T> ColumnSource<AwsConnection, Provider, T> fact(
            Extractor<GetOpenIdConnectProviderResponse, T> extractor) {
        return GET_PROVIDER.get(provider -> extractor.extract(provider.facts()));
    }

    /** A provider; one that was listed has its ARN only. */
    private record Provider(String arn, GetOpenIdConnectProviderResponse facts) {}
}
