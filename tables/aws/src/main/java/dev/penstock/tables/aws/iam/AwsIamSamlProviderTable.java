package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;

/** One row per provider of identities that speaks SAML. */
final class AwsIamSamlProviderTable {
    private static final ListCall<AwsConnection, Provider> LIST_PROVIDERS = ListCall.whole(
            "iam:ListSAMLProviders",
            (AwsConnection aws) -> aws.iam().listSAMLProviders().samlProviderList().stream()
                    .map(listed -> new Provider(
                            listed.arn(),
                            GetSamlProviderResponse.builder()
                                    .createDate(listed.createDate())
                                    .validUntil(listed.validUntil())
                                    .build()))
                    .toList());

    /** Listings leave metadata and tags out; GetSAMLProvider has them. */
    private static final RowCall<AwsConnection, Provider, Provider> GET_PROVIDER = RowCall.of(
            "iam:GetSAMLProvider",
            Provider::arn,
            (aws, arn) -> new Provider(arn, aws.iam().getSAMLProvider(request -> request.samlProviderArn(arn))));

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_saml_provider")
            .describedAs("Providers of identities that speak SAML 2.0.")
            .rowsFrom(LIST_PROVIDERS.identifiedBy(Provider::arn))
            .rowsByKey(GetCall.by("arn", GET_PROVIDER, IamNames::providerArn))
            .column("arn", TEXT, Provider::arn, "The ARN of the provider.")
            .column("create_date", TIMESTAMP, provider -> provider.facts().createDate(), "When it was created.")
            .column("valid_until", TIMESTAMP, provider -> provider.facts().validUntil(), "When its metadata expires.")
            .column(
                    "saml_metadata_document",
                    TEXT,
                    GET_PROVIDER.get(provider -> provider.facts().samlMetadataDocument()),
                    "The XML document that describes the provider.")
            .column(
                    "tags_src",
                    JSON,
                    GET_PROVIDER.get(provider -> provider.facts().hasTags()
                            ? SdkJson.list(provider.facts().tags())
                            : null),
                    "The tags of the provider as the service lists them.")
            .column(
                    "tags",
                    JSON,
                    GET_PROVIDER.get(
                            provider -> IamJson.tagMapOrNull(provider.facts().tags())),
                    "The tags of the provider as a map, NULL if there are none.")
            .column("akas", JSON, provider -> IamJson.aka(provider.arn()), "The ARN of the provider in an array.")
            .with(AwsColumns::global)
            .example("Providers that expire within a year", """
                    select arn, valid_until from aws_iam_saml_provider where valid_until < now() + interval '1 year'""")
            .build();

    private AwsIamSamlProviderTable() {}

    /** A provider; only what belongs to the single answer is missing in one that was listed. */
    private record Provider(String arn, GetSamlProviderResponse facts) {}
}
