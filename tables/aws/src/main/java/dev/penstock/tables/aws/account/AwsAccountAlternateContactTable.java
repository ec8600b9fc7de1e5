package dev.penstock.tables.aws.account;

import static dev.penstock.spi.error.Failure.NOT_FOUND;
import static dev.penstock.spi.table.ColumnType.TEXT;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import java.util.List;
import software.amazon.awssdk.services.account.model.AlternateContact;

/** One row per kind of alternate contact that is set; one that is not set says nothing about the others. */
final class AwsAccountAlternateContactTable {
    private static final String BILLING = "BILLING";
    private static final String OPERATIONS = "OPERATIONS";
    private static final String SECURITY = "SECURITY";
    private static final List<String> TYPES = List.of(BILLING, OPERATIONS, SECURITY);

    private static final ListCall<AwsConnection, Contact> GET_CONTACT = ListCall.<AwsConnection, Contact>pagesPerKey(
                    "account:GetAlternateContact",
                    KeySource.values("contact_type", BILLING, OPERATIONS, SECURITY),
                    (aws, type, page) -> {
                        if (!TYPES.contains(type)) {
                            return Page.only(List.of());
                        }
                        var answer = aws.accounts()
                                .getAlternateContact(request ->
                                        request.alternateContactType(type).accountId(LinkedAccount.asked(page)));
                        return Page.only(List.of(new Contact(LinkedAccount.of(page), answer.alternateContact())));
                    })
            .filteredBy("linked_account_id")
            .preparedBy(LinkedAccount.CALLER)
            .emptyOn(NOT_FOUND);

    static final Table<AwsConnection> TABLE = Table.named("aws_account_alternate_contact")
            .describedAs("The alternate contacts of the account for billing, operations and security.")
            .rowsFrom(GET_CONTACT)
            .column("name", TEXT, fact(AlternateContact::name), "The name of the contact.")
            .column(
                    "contact_type",
                    TEXT,
                    fact(contact -> contact.alternateContactTypeAsString() == null
                            ? ""
                            : contact.alternateContactTypeAsString()),
                    "The kind of contact: BILLING, OPERATIONS or SECURITY.")
            .column("email_address", TEXT, fact(AlternateContact::emailAddress), "The email address of the contact.")
            .column("phone_number", TEXT, fact(AlternateContact::phoneNumber), "The phone number of the contact.")
            .column("contact_title", TEXT, fact(AlternateContact::title), "The title of the contact.")
            .column("linked_account_id", TEXT, Contact::account, "The number of the account that was asked about.")
            .column("title", TEXT, fact(AlternateContact::name), "The name of the contact.")
            .with(AwsColumns::global)
            .example("Whether somebody is named for security", """
                    select name, email_address from aws_account_alternate_contact where contact_type = 'SECURITY'""")
            .build();

    private AwsAccountAlternateContactTable() {}

    private static Extractor<Contact, String> fact(Extractor<AlternateContact, String> extractor) {
        return contact -> extractor.extract(contact.facts());
    }

    /** A contact and the account that it is for. */
    private record Contact(String account, AlternateContact facts) {}
}
