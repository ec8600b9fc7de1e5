package dev.penstock.tables.aws.account;

import static dev.penstock.spi.error.Failure.NOT_FOUND;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Table;
import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.Parent;
import software.amazon.awssdk.services.organizations.model.Tag;

/** One row per account of the organization, as its management account or a delegated administrator sees it. */
final class AwsOrganizationsAccountTable {
    private static final int MOST_PER_PAGE = 20;

    private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{12}");
    private static final Pattern PARENT_ID = Pattern.compile("r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}");

    /** An account without an organization has none of its accounts. */
    private static final ListCall<AwsConnection, Account> LIST_ACCOUNTS = ListCall.<AwsConnection, Account>pages(
                    "organizations:ListAccounts", (aws, page) -> {
                        var answer = aws.organizations()
                                .listAccounts(request -> request.maxResults(page.size(MOST_PER_PAGE))
                                        .nextToken(page.marker()));
                        return Page.of(answer.accounts(), answer.nextToken());
                    })
            .identifiedBy(Account::id)
            .emptyOn(NOT_FOUND);

    private static final KeySource<AwsConnection, Void> PARENT = KeySource.required("parent_id");

    /** What cannot be the id of a root or unit is not asked for: the service refuses it. */
    private static final ListCall<AwsConnection, Account> ACCOUNTS_OF_PARENT =
            ListCall.<AwsConnection, Account>pagesPerKey(
                            "organizations:ListAccountsForParent", PARENT, (aws, parent, page) -> {
                                if (!PARENT_ID.matcher(parent).matches()) {
                                    return Page.only(List.of());
                                }
                                var answer = aws.organizations()
                                        .listAccountsForParent(request -> request.parentId(parent)
                                                .maxResults(page.size(MOST_PER_PAGE))
                                                .nextToken(page.marker()));
                                return Page.of(answer.accounts(), answer.nextToken());
                            })
                    .emptyOn(NOT_FOUND);

    private static final RowCall<AwsConnection, Account, Account> DESCRIBE_ACCOUNT = RowCall.of(
            "organizations:DescribeAccount",
            Account::id,
            (aws, id) -> aws.organizations()
                    .describeAccount(request -> request.accountId(id))
                    .account());

    private static final RowCall<AwsConnection, Account, List<Parent>> LIST_PARENTS =
            RowCall.pages("organizations:ListParents", Account::id, (aws, id, page) -> {
                var answer = aws.organizations()
                        .listParents(request -> request.childId(id).nextToken(page.marker()));
                return Page.of(answer.parents(), answer.nextToken());
            });

    private static final RowCall<AwsConnection, Account, List<Tag>> LIST_TAGS =
            RowCall.pages("organizations:ListTagsForResource", Account::id, (aws, id, page) -> {
                var answer = aws.organizations()
                        .listTagsForResource(request -> request.resourceId(id).nextToken(page.marker()));
                return Page.of(answer.tags(), answer.nextToken());
            });

    static final Table<AwsConnection> TABLE = Table.named("aws_organizations_account")
            .describedAs("The accounts of the organization.")
            .rowsFrom(LIST_ACCOUNTS)
            .rowsByKey(GetCall.by("id", DESCRIBE_ACCOUNT, AwsOrganizationsAccountTable::accountId))
            .rowsPerKey(ACCOUNTS_OF_PARENT)
            .column("name", TEXT, Account::name, "The name of the account.")
            .column("id", TEXT, Account::id, "The number of the account.")
            .column(
                    "parent_id",
                    TEXT,
                    PARENT.<Account>key()
                            .or(LIST_PARENTS.get(parents ->
                                    parents.isEmpty() ? null : parents.get(0).id())),
                    "The id of the root or organizational unit that holds the account.")
            .column("arn", TEXT, Account::arn, "The ARN of the account.")
            .column(
                    "state",
                    TEXT,
                    orEmpty(Account::stateAsString),
                    "The state of the account, such as ACTIVE, SUSPENDED or PENDING_CLOSURE.")
            .column(
                    "status",
                    TEXT,
                    orEmpty(Account::statusAsString),
                    "The status of the account; the service tells more in state.")
            .column("email", TEXT, Account::email, "The email address of the account's owner.")
            .column(
                    "joined_method",
                    TEXT,
                    orEmpty(Account::joinedMethodAsString),
                    "How the account came into the organization: INVITED or CREATED.")
            .column(
                    "joined_timestamp",
                    TIMESTAMP,
                    Account::joinedTimestamp,
                    "When the account came into the organization.")
            .column(
                    "tags_src",
                    JSON,
                    LIST_TAGS.get(SdkJson::list),
                    "The tags of the account as the service lists them.")
            .column("tags", JSON, LIST_TAGS.get(AwsOrganizationsAccountTable::map), "The tags of the account as a map.")
            .column("title", TEXT, Account::name, "The name of the account.")
            .column(
                    "akas",
                    JSON,
                    account -> account.arn() == null ? null : Json.array(List.of(Json.text(account.arn()))),
                    "The ARN of the account in an array.")
            .with(AwsColumns::global)
            .example("Accounts that are closed or about to be", """
                    select id, name, state from aws_organizations_account where state <> 'ACTIVE'""")
            .example("How many accounts each unit holds", """
                    select parent_id, count(*) from aws_organizations_account group by parent_id order by parent_id""")
            .build();

    private AwsOrganizationsAccountTable() {}

    private static @Nullable String accountId(String value) {
        return ACCOUNT_ID.matcher(value).matches() ? value : null;
    }

    private static Extractor<Account, String> orEmpty(Extractor<Account, String> extractor) {
        return account -> {
            String value = extractor.extract(account);
            return value == null ? "" : value;
        };
    }

    private static Json map(List<Tag> tags) {
        var members = new LinkedHashMap<String, Json>();
        tags.forEach(tag -> members.put(tag.key(), Json.text(tag.value())));
        return Json.object(members);
    }
}
