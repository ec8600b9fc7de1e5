package dev.penstock.tables.aws;

import static dev.penstock.spi.table.ColumnType.TEXT;

import dev.penstock.spi.table.AccountCall;
import dev.penstock.spi.table.ColumnSource;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.ItemExtractor;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The columns that every AWS table ends with, filled from one call for each connection. */
public final class AwsColumns {
    private static final Operation<AwsConnection, GetCallerIdentityResponse> GET_CALLER =
            Operation.whole("sts:GetCallerIdentity", AwsColumns::whole);
    private static final RowCall<AwsConnection, Object, GetCallerIdentityResponse> CALLER = RowCall.of(GET_CALLER);

    private AwsColumns() {}

    /** Who is calling. Rows of two accounts must never meet because neither is known. */
    private static GetCallerIdentityResponse whole(AwsConnection aws) {
        GetCallerIdentityResponse caller = aws.sts().getCallerIdentity();
        if (caller.account() == null || caller.arn() == null) {
            throw SdkClientException.create("the answer of sts:GetCallerIdentity names no account");
        }
        return caller;
    }

    /** Asks for the number of the caller's account. */
    public static String callingAccount(AwsConnection aws) {
        return whole(aws).account();
    }

    /** Adds partition, region and account_id to the table of a global service. */
    public static <I> Table.Builder<AwsConnection, I> global(Table.Builder<AwsConnection, I> table) {
        return accountId(
                partition(table).column("region", TEXT, item -> "global", "The AWS region: global for this service."));
    }

    /** Adds partition and account_id to a table that belongs to no region. */
    public static <I> Table.Builder<AwsConnection, I> account(Table.Builder<AwsConnection, I> table) {
        return accountId(partition(table));
    }

    /** Adds partition, region and account_id to the table of a regional service. */
    public static <I> Table.Builder<AwsConnection, I> regional(
            Table.Builder<AwsConnection, I> table, Extractor<I, String> region) {
        return accountId(partition(table).column("region", TEXT, region, "The AWS region."));
    }

    private static <I> Table.Builder<AwsConnection, I> partition(Table.Builder<AwsConnection, I> table) {
        return table.column(
                "partition",
                TEXT,
                caller((item, caller) -> partition(caller)),
                "The AWS partition of the account: aws, aws-cn, or aws-us-gov.");
    }

    private static <I> Table.Builder<AwsConnection, I> accountId(Table.Builder<AwsConnection, I> table) {
        return table.column(
                        "account_id",
                        TEXT,
                        caller((item, caller) -> caller.account()),
                        "The number of the AWS account.")
                .accountIn("account_id");
    }

    /** A column filled from the row's item and who is calling. */
    public static <I, T> ColumnSource<AwsConnection, I, T> caller(
            ItemExtractor<I, GetCallerIdentityResponse, T> extractor) {
        RowCall<AwsConnection, I, GetCallerIdentityResponse> caller = CALLER.keyedBy(item -> "");
        return caller.getWith(extractor);
    }

    /** The partition in the caller's ARN, {@code arn:<partition>:sts::...}. */
    public static String partition(GetCallerIdentityResponse caller) {
        return caller.arn().split(":", 3)[1];
    }

    /** The question who is calling. */
    public static Operation<AwsConnection, GetCallerIdentityResponse> callerOperation() {
        return GET_CALLER;
    }

    static AccountCall<AwsConnection, ?> accountCall() {
        return new AccountCall<>(GET_CALLER, GetCallerIdentityResponse::account);
    }
}
