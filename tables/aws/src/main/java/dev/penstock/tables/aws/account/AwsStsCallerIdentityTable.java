package dev.penstock.tables.aws.account;

import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;

import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Table;
import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import java.util.List;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** One row: who is calling. */
final class AwsStsCallerIdentityTable {
    static final ListCall<AwsConnection, GetCallerIdentityResponse> GET_CALLER =
            ListCall.of(AwsColumns.callerOperation());

    static final Table<AwsConnection> TABLE = Table.named("aws_sts_caller_identity")
            .describedAs("The user or role behind the connection's credentials.")
            .rowsFrom(GET_CALLER)
            .column("arn", TEXT, GetCallerIdentityResponse::arn, "The ARN of the caller.")
            .column("user_id", TEXT, GetCallerIdentityResponse::userId, "The unique id of the caller.")
            .column("title", TEXT, GetCallerIdentityResponse::userId, "The unique id of the caller.")
            .column(
                    "akas",
                    JSON,
                    caller -> Json.array(List.of(Json.text(caller.arn()))),
                    "The ARN of the caller in an array.")
            .with(AwsColumns::account)
            .example("Who the queries run as", """
                    select arn, account_id from aws_sts_caller_identity""")
            .build();

    private AwsStsCallerIdentityTable() {}
}
