package dev.penstock.tables.aws.simulator;

import java.util.List;

/** The operations of Organizations. */
final class OrganizationOperations {
    private OrganizationOperations() {}

    static void describeOrganization(JsonCall call, JsonText result) {
        AccountFacts.Organization organization = call.estate().facts().organization();
        if (organization == null) {
            throw new IamException(
                    400, "AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
        }
        String manager = organization.managementAccountId();
        String arn = "arn:aws:organizations::" + manager;
        result.object(
                "Organization",
                shape -> shape.member("Id", organization.id())
                        .member("Arn", arn + ":organization/" + organization.id())
                        .member("FeatureSet", "ALL")
                        .member("MasterAccountArn", arn + ":account/" + organization.id() + "/" + manager)
                        .member("MasterAccountId", manager)
                        .member("MasterAccountEmail", organization.managementEmail())
                        .list(
                                "AvailablePolicyTypes",
                                List.of("SERVICE_CONTROL_POLICY"),
                                (type, policy) -> policy.member("Type", type).member("Status", "ENABLED")));
    }
}
