package dev.penstock.tables.aws.account;

import static dev.penstock.spi.table.ColumnType.TEXT;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import java.util.List;
import software.amazon.awssdk.services.account.model.ContactInformation;

/** One row: whom AWS writes to about the account, or about another account of its organization. */
final class AwsAccountContactTable {
    private static final ListCall<AwsConnection, Contact> GET_CONTACT = ListCall.<AwsConnection, Contact>pages(
                    "account:GetContactInformation", (aws, page) -> {
                        var answer = aws.accounts()
                                .getContactInformation(request -> request.accountId(LinkedAccount.asked(page)));
                        return Page.only(List.of(new Contact(LinkedAccount.of(page), answer.contactInformation())));
                    })
            .filteredBy("linked_account_id")
            .preparedBy(LinkedAccount.CALLER);

    static final Table<AwsConnection> TABLE = Table.named("aws_account_contact")
            .describedAs("The primary contact of the account.")
            .rowsFrom(GET_CONTACT)
            .column("full_name", TEXT, fact(ContactInformation::fullName), "The full name of the contact.")
            .column("address_line_1", TEXT, fact(ContactInformation::addressLine1), "The first line of the address.")
            .column("address_line_2", TEXT, fact(ContactInformation::addressLine2), "The second line of the address.")
            .column("address_line_3", TEXT, fact(ContactInformation::addressLine3), "The third line of the address.")
            .column("company_name", TEXT, fact(ContactInformation::companyName), "The company of the contact.")
            .column("city", TEXT, fact(ContactInformation::city), "The city of the address.")
            .column("country_code", TEXT, fact(ContactInformation::countryCode), "The two letters of the country.")
            .column(
                    "district_or_county",
                    TEXT,
                    fact(ContactInformation::districtOrCounty),
                    "The district or county of the address.")
            .column("phone_number", TEXT, fact(ContactInformation::phoneNumber), "The phone number of the contact.")
            .column("postal_code", TEXT, fact(ContactInformation::postalCode), "The postal code of the address.")
            .column("state_or_region", TEXT, fact(ContactInformation::stateOrRegion), "The state of the address.")
            .column("website_url", TEXT, fact(ContactInformation::websiteUrl), "The website of the contact.")
            .column("linked_account_id", TEXT, Contact::account, "The number of the account that was asked about.")
            .column("title", TEXT, fact(ContactInformation::fullName), "The full name of the contact.")
            .with(AwsColumns::global)
            .example("Whom AWS writes to", """
                    select full_name, company_name, phone_number from aws_account_contact""")
            .build();

    private AwsAccountContactTable() {}

    private static Extractor<Contact, String> fact(Extractor<ContactInformation, String> extractor) {
        return contact -> extractor.extract(contact.facts());
    }

    /** A contact and the account that it is for. */
    private record Contact(String account, ContactInformation facts) {}
}
