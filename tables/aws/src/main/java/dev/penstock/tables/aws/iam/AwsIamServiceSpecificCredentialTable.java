package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.error.Failure.NOT_FOUND;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;

/** One row per user name and password that an IAM user has for a single service. */
final class AwsIamServiceSpecificCredentialTable {
    private static final int MOST_PER_PAGE = 1000;

    /** All users in one listing, or the one that the query names. */
    private static final ListCall<AwsConnection, ServiceSpecificCredentialMetadata> LIST_CREDENTIALS =
            ListCall.<AwsConnection, ServiceSpecificCredentialMetadata>pages(
                            "iam:ListServiceSpecificCredentials", (aws, page) -> {
                                String user = page.filter("user_name");
                                if (user != null && IamNames.userName(user) == null) {
                                    return Page.only(List.of());
                                }
                                var answer = aws.iam()
                                        .listServiceSpecificCredentials(request -> request.userName(user)
                                                .allUsers(user == null ? true : null)
                                                .serviceName(page.filter("service_name"))
                                                .maxItems(page.size(MOST_PER_PAGE))
                                                .marker(page.marker()));
                                return IamPages.of(
                                        answer.serviceSpecificCredentials(), answer.isTruncated(), answer.marker());
                            })
                    .filteredBy("user_name", "service_name")
                    .emptyOn(NOT_FOUND);

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_service_specific_credential")
            .describedAs("User names and passwords that IAM users have for single services.")
            .rowsFrom(LIST_CREDENTIALS)
            .column(
                    "service_name",
                    TEXT,
                    ServiceSpecificCredentialMetadata::serviceName,
                    "The service that the credential is for.")
            .column(
                    "service_specific_credential_id",
                    TEXT,
                    ServiceSpecificCredentialMetadata::serviceSpecificCredentialId,
                    "The unique id of the credential.")
            .column(
                    "create_date",
                    TIMESTAMP,
                    ServiceSpecificCredentialMetadata::createDate,
                    "When the credential was created.")
            .column(
                    "service_user_name",
                    TEXT,
                    ServiceSpecificCredentialMetadata::serviceUserName,
                    "The user name to give to the service.")
            .column(
                    "status",
                    TEXT,
                    credential -> credential.statusAsString() == null ? "" : credential.statusAsString(),
                    "Active credentials work, Inactive ones do not.")
            .column(
                    "user_name",
                    TEXT,
                    ServiceSpecificCredentialMetadata::userName,
                    "The IAM user that owns the credential.")
            .column("title", TEXT, ServiceSpecificCredentialMetadata::serviceName, "The service.")
            .with(AwsColumns::global)
            .example("Credentials for single services", """
                    select user_name, service_name, status from aws_iam_service_specific_credential""")
            .build();

    private AwsIamServiceSpecificCredentialTable() {}
}
