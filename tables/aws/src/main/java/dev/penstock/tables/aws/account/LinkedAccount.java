package dev.penstock.tables.aws.account;

import dev.penstock.spi.table.PageRequest;
import dev.penstock.spi.table.Preparation;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import org.jspecify.annotations.Nullable;

/** The account that a question about contacts is for: the one that the query names, or else the caller's own. */
final class LinkedAccount {
    /** Who is calling must be known first: naming the own account is refused by the service. */
    static final Preparation<AwsConnection> CALLER =
            Preparation.once("sts:GetCallerIdentity", AwsColumns::callingAccount);

    private LinkedAccount() {}

    /** The account of a request's rows. */
    static String of(PageRequest page) {
        String named = page.filter("linked_account_id");
        return named == null ? page.prepared() : named;
    }

    /** What to send as account; null for the caller's own. */
    static @Nullable String asked(PageRequest page) {
        String named = page.filter("linked_account_id");
        return named == null || named.equals(page.prepared()) ? null : named;
    }
}
