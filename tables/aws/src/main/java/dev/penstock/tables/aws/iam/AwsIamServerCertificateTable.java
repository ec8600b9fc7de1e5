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
import software.amazon.awssdk.services.iam.model.ServerCertificate;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;

/** One row per TLS certificate stored in IAM. */
final class AwsIamServerCertificateTable {
    private static final int MOST_PER_PAGE = 1000;

    private static final ListCall<AwsConnection, ServerCertificate> LIST_CERTIFICATES =
            ListCall.<AwsConnection, ServerCertificate>pages("iam:ListServerCertificates", (aws, page) -> {
                        var answer = aws.iam()
                                .listServerCertificates(
                                        request -> request.pathPrefix(IamNames.pathPrefix(page.filter("path")))
                                                .maxItems(page.size(MOST_PER_PAGE))
                                                .marker(page.marker()));
                        return IamPages.of(
                                answer.serverCertificateMetadataList().stream()
                                        .map(AwsIamServerCertificateTable::certificate)
                                        .toList(),
                                answer.isTruncated(),
                                answer.marker());
                    })
                    .filteredBy("path")
                    .identifiedBy(certificate ->
                            certificate.serverCertificateMetadata().serverCertificateId());

    /** Listings leave body, chain and tags out; GetServerCertificate has them. */
    private static final RowCall<AwsConnection, ServerCertificate, ServerCertificate> GET_CERTIFICATE = RowCall.of(
            "iam:GetServerCertificate",
            certificate -> certificate.serverCertificateMetadata().serverCertificateName(),
            (aws, name) -> aws.iam()
                    .getServerCertificate(request -> request.serverCertificateName(name))
                    .serverCertificate());

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_server_certificate")
            .describedAs("TLS server certificates stored in IAM.")
            .rowsFrom(LIST_CERTIFICATES)
            .rowsByKey(GetCall.by("name", GET_CERTIFICATE, IamNames::name))
            .column(
                    "name",
                    TEXT,
                    certificate -> certificate.serverCertificateMetadata().serverCertificateName(),
                    "The name of the certificate.")
            .column(
                    "arn",
                    TEXT,
                    certificate -> certificate.serverCertificateMetadata().arn(),
                    "The ARN of the certificate.")
            .column(
                    "server_certificate_id",
                    TEXT,
                    certificate -> certificate.serverCertificateMetadata().serverCertificateId(),
                    "The unique id of the certificate.")
            .column(
                    "expiration",
                    TIMESTAMP,
                    certificate -> certificate.serverCertificateMetadata().expiration(),
                    "When the certificate expires.")
            .column(
                    "certificate_body",
                    TEXT,
                    GET_CERTIFICATE.get(ServerCertificate::certificateBody),
                    "The certificate in PEM form.")
            .column(
                    "certificate_chain",
                    TEXT,
                    GET_CERTIFICATE.get(ServerCertificate::certificateChain),
                    "The certificates above it in PEM form, NULL if none were given.")
            .column(
                    "path",
                    TEXT,
                    certificate -> certificate.serverCertificateMetadata().path(),
                    "The path to the certificate.")
            .column(
                    "upload_date",
                    TIMESTAMP,
                    certificate -> certificate.serverCertificateMetadata().uploadDate(),
                    "When the certificate was stored.")
            .column(
                    "tags_src",
                    JSON,
                    GET_CERTIFICATE.get(certificate -> certificate.hasTags() ? SdkJson.list(certificate.tags()) : null),
                    "The tags of the certificate as the service lists them.")
            .column(
                    "title",
                    TEXT,
                    certificate -> certificate.serverCertificateMetadata().serverCertificateName(),
                    "The name of the certificate.")
            .column(
                    "tags",
                    JSON,
                    GET_CERTIFICATE.get(certificate -> IamJson.tagMapOrNull(certificate.tags())),
                    "The tags of the certificate as a map, NULL if there are none.")
            .column(
                    "akas",
                    JSON,
                    certificate ->
                            IamJson.aka(certificate.serverCertificateMetadata().arn()),
                    "The ARN of the certificate in an array.")
            .with(AwsColumns::global)
            .example("Certificates that have expired", """
                    select name, expiration from aws_iam_server_certificate where expiration < now()""")
            .build();

    private AwsIamServerCertificateTable() {}

    private static ServerCertificate certificate(ServerCertificateMetadata metadata) {
        return ServerCertificate.builder().serverCertificateMetadata(metadata).build();
    }
}
