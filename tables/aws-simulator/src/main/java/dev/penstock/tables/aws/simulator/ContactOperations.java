package dev.penstock.tables.aws.simulator;

import java.util.Set;

/** The operations of Account Management on contacts. */
final class ContactOperations {
    private static final Set<String> TYPES = Set.of("BILLING", "OPERATIONS", "SECURITY");

    private ContactOperations() {}

    static void getAlternateContact(JsonCall call, JsonText result) {
        refuseOther(call);
        String type = call.required("AlternateContactType");
        if (!TYPES.contains(type)) {
            throw new IamException(400, "ValidationException", "AlternateContactType must be one of " + TYPES);
        }
        AccountFacts.Contact contact = call.estate().facts().alternateContacts().get(type);
        if (contact == null) {
            throw new IamException(
                    404, "ResourceNotFoundException", "No contact of the inputted alternate contact type found.");
        }
        result.object(
                "AlternateContact",
                shape -> shape.member("AlternateContactType", type)
                        .member("Name", contact.name())
                        .member("EmailAddress", contact.email())
                        .member("PhoneNumber", contact.phone())
                        .member("Title", contact.title()));
    }

    static void getContactInformation(JsonCall call, JsonText result) {
        refuseOther(call);
        AccountFacts.Contact contact = call.estate().facts().primaryContact();
        result.object(
                "ContactInformation",
                shape -> shape.member("FullName", contact.name())
                        .member("AddressLine1", "1 River Road")
                        .member("City", "Riverbend")
                        .member("CountryCode", "DE")
                        .member("PostalCode", "50667")
                        .member("PhoneNumber", contact.phone())
                        .member("CompanyName", contact.title()));
    }

    /** An account is named only by the management account, and never itself. */
    private static void refuseOther(JsonCall call) {
        String account = call.text("AccountId");
        if (account != null) {
            throw new IamException(
                    403,
                    "AccessDeniedException",
                    "User: " + call.caller().arn() + " is not authorized to perform: account:" + call.operation());
        }
    }
}
