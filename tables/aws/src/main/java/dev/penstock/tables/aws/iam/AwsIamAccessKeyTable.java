package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.error.Failure.NOT_FOUND;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.User;

/** One row per access key of an IAM user, at most two for each. Keys of the root user are not listed. */
final class AwsIamAccessKeyTable {
    private static final KeySource<AwsConnection, User> USERS =
            AwsIamUserTable.LIST_USERS.each("user_name", User::userName);

    private static final ListCall<AwsConnection, AccessKeyMetadata> LIST_ACCESS_KEYS =
            ListCall.<AwsConnection, AccessKeyMetadata>pagesPerKey(
                            "iam:ListAccessKeys", USERS, (aws, userName, page) -> {
                                if (IamNames.userName(userName) == null) {
                                    return Page.only(List.of());
                                }
                                var answer = aws.iam()
                                        .listAccessKeys(request ->
                                                request.userName(userName).marker(page.marker()));
                                return IamPages.of(
                                        IamPages.whole(
                                                answer.accessKeyMetadata(),
                                                AccessKeyMetadata::userName,
                                                AccessKeyMetadata::accessKeyId,
                                                AccessKeyMetadata::status,
                                                AccessKeyMetadata::createDate),
                                        answer.isTruncated(),
                                        answer.marker());
                            })
                    .emptyOn(NOT_FOUND)
                    .identifiedBy(AccessKeyMetadata::accessKeyId);

    private static final RowCall<AwsConnection, AccessKeyMetadata, AccessKeyLastUsed> LAST_USED = RowCall.of(
            "iam:GetAccessKeyLastUsed",
            AccessKeyMetadata::accessKeyId,
            (aws, accessKeyId) -> aws.iam()
                    .getAccessKeyLastUsed(request -> request.accessKeyId(accessKeyId))
                    .accessKeyLastUsed());

    private static final RowCall<AwsConnection, AccessKeyMetadata, User> OWNER =
            AwsIamUserTable.GET_USER.keyedBy(AccessKeyMetadata::userName);

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_access_key")
            .describedAs("Long-term access keys of IAM users.")
            .rowsFrom(LIST_ACCESS_KEYS)
            .column("access_key_id", TEXT, AccessKeyMetadata::accessKeyId, "The id of the key.")
            .column("user_name", TEXT, AccessKeyMetadata::userName, "The IAM user that owns the key.")
            .column(
                    "status",
                    TEXT,
                    AccessKeyMetadata::statusAsString,
                    "Active keys can sign requests, Inactive ones cannot.")
            .column("create_date", TIMESTAMP, AccessKeyMetadata::createDate, "When the key was created.")
            .column(
                    "access_key_last_used_date",
                    TIMESTAMP,
                    LAST_USED.get(AccessKeyLastUsed::lastUsedDate),
                    "When the key was last used, NULL if it never was.")
            .column(
                    "access_key_last_used_service",
                    TEXT,
                    LAST_USED.get(AccessKeyLastUsed::serviceName),
                    "The service that the key was last used for, N/A if it never was.")
            .column(
                    "access_key_last_used_region",
                    TEXT,
                    LAST_USED.get(AccessKeyLastUsed::region),
                    "The region in which the key was last used, N/A if it never was.")
            .column("title", TEXT, AccessKeyMetadata::accessKeyId, "The id of the key.")
            .column(
                    "akas",
                    JSON,
                    USERS.<AccessKeyMetadata, Json>get((key, user) -> aka(user, key))
                            .or(OWNER.getWith((key, user) -> aka(user, key))),
                    "The ARN of the owner, the word accesskey and the id of the key, in an array.")
            .with(AwsColumns::global)
            .example("Active keys older than 90 days", """
                    select user_name, access_key_id, create_date
                    from aws_iam_access_key
                    where status = 'Active' and create_date < now() - interval '90 days'
                    order by create_date""")
            .example("The keys of one user, with one call", """
                    select access_key_id, status from aws_iam_access_key where user_name = 'jonas'""")
            .build();

    private AwsIamAccessKeyTable() {}

    /** IAM has no ARNs for access keys; this one starts with the owner's, path included. */
    private static Json aka(User owner, AccessKeyMetadata key) {
        return IamJson.aka(owner.arn() + "/accesskey/" + key.accessKeyId());
    }
}
