package dev.penstock.tables.aws.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations of Organizations. */
final class OrganizationOperations {
    private static final int MOST_PER_PAGE = 20;

    private OrganizationOperations() {}

    static void describeOrganization(JsonCall call, JsonText result) {
        AccountFacts.Organization organization = organization(call);
        String manager = organization.managementAccountId();
        result.object(
                "Organization",
                shape -> shape.member("Id", organization.id())
                        .member("Arn", arn(organization, "organization") + organization.id())
                        .member("FeatureSet", "ALL")
                        .member("MasterAccountArn", accountArn(organization, manager))
                        .member("MasterAccountId", manager)
                        .member("MasterAccountEmail", organization.managementEmail())
                        .list(
                                "AvailablePolicyTypes",
                                List.of("SERVICE_CONTROL_POLICY"),
                                (type, policy) -> policy.member("Type", type).member("Status", "ENABLED")));
    }

    static void listAccounts(JsonCall call, JsonText result) {
        accounts(call, organization(call).members(), result);
    }

    static void listAccountsForParent(JsonCall call, JsonText result) {
        String parent = parent(call);
        accounts(
                call,
                organization(call).members().stream()
                        .filter(member -> member.parentId().equals(parent))
                        .toList(),
                result);
    }

    static void describeAccount(JsonCall call, JsonText result) {
        String id = call.required("AccountId");
        if (!id.matches("\\d{12}")) {
            throw invalid("AccountId");
        }
        AccountFacts.Member found = member(call, id);
        if (found == null) {
            throw missing("Account");
        }
        result.object("Account", shape -> account(organization(call), found, shape));
    }

    static void listParents(JsonCall call, JsonText result) {
        String child = call.required("ChildId");
        AccountFacts.Member account = member(call, child);
        String parent = account != null
                ? account.parentId()
                : organization(call).units().stream()
                        .filter(unit -> unit.id().equals(child))
                        .map(AccountFacts.Unit::parentId)
                        .findFirst()
                        .orElseThrow(() -> missing("Child"));
        result.list(
                "Parents",
                List.of(parent),
                (id, shape) ->
                        shape.member("Id", id).member("Type", id.startsWith("r-") ? "ROOT" : "ORGANIZATIONAL_UNIT"));
    }

    static void listTagsForResource(JsonCall call, JsonText result) {
        AccountFacts.Member account = member(call, call.required("ResourceId"));
        if (account == null) {
            throw missing("Target");
        }
        result.list(
                "Tags",
                account.tags().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList(),
                (tag, shape) -> shape.member("Key", tag.getKey()).member("Value", tag.getValue()));
    }

    static void listRoots(JsonCall call, JsonText result) {
        AccountFacts.Organization organization = organization(call);
        result.list(
                "Roots",
                List.of(organization.rootId()),
                (id, shape) -> shape.member("Id", id)
                        .member("Arn", arn(organization, "root") + organization.id() + "/" + id)
                        .member("Name", "Root")
                        .list(
                                "PolicyTypes",
                                List.of("SERVICE_CONTROL_POLICY"),
                                (type, policy) -> policy.member("Type", type).member("Status", "ENABLED")));
    }

    static void listOrganizationalUnitsForParent(JsonCall call, JsonText result) {
        AccountFacts.Organization organization = organization(call);
        String parent = parent(call);
        List<AccountFacts.Unit> units = organization.units().stream()
                .filter(unit -> unit.parentId().equals(parent))
                .toList();
        result.list(
                "OrganizationalUnits",
                page(call, units, result),
                (unit, shape) -> shape.member("Id", unit.id())
                        .member("Arn", arn(organization, "ou") + organization.id() + "/" + unit.id())
                        .member("Name", unit.name()));
    }

    private static void accounts(JsonCall call, List<AccountFacts.Member> found, JsonText result) {
        result.list(
                "Accounts", page(call, found, result), (member, shape) -> account(organization(call), member, shape));
    }

    /** The service's older status knows only of closed accounts and those about to be. */
    private static void account(AccountFacts.Organization organization, AccountFacts.Member member, JsonText shape) {
        shape.member("Id", member.id())
                .member("Arn", accountArn(organization, member.id()))
                .member("Email", member.email())
                .member("Name", member.name())
                .member("Status", member.state().equals("PENDING_ACTIVATION") ? "ACTIVE" : member.state())
                .member("State", member.state())
                .member("JoinedMethod", member.method())
                .epoch("JoinedTimestamp", member.joined());
    }

    /** The page that a call asks for, and the token of the next one; tokens hold the place of the next item. */
    private static <T> List<T> page(JsonCall call, List<T> all, JsonText result) {
        int size = number(call, "MaxResults", MOST_PER_PAGE);
        int start = number(call, "NextToken", 0);
        if (size < 1 || size > MOST_PER_PAGE || start > all.size()) {
            throw invalid(start > all.size() ? "NextToken" : "MaxResults");
        }
        int end = Math.min(start + size, all.size());
        if (end < all.size()) {
            result.member("NextToken", String.valueOf(end));
        }
        return all.subList(start, end);
    }

    private static int number(JsonCall call, String name, int otherwise) {
        Object value = call.members().get(name);
        if (value instanceof Number number) {
            return number.intValue();
        }
        try {
            return value == null ? otherwise : Integer.parseUnsignedInt(value.toString());
        } catch (NumberFormatException e) {
            throw invalid(name);
        }
    }

    private static AccountFacts.Organization organization(JsonCall call) {
        AccountFacts.Organization organization = call.estate().facts().organization();
        if (organization == null) {
            throw new IamException(
                    400, "AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
        }
        return organization;
    }

    private static String parent(JsonCall call) {
        String parent = call.required("ParentId");
        if (!parent.matches("r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}")) {
            throw invalid("ParentId");
        }
        if (!organization(call).holds(parent)) {
            throw missing("Parent");
        }
        return parent;
    }

    private static AccountFacts.@Nullable Member member(JsonCall call, String id) {
        return organization(call).members().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static String accountArn(AccountFacts.Organization organization, String id) {
        return arn(organization, "account") + organization.id() + "/" + id;
    }

    private static String arn(AccountFacts.Organization organization, String kind) {
        return "arn:aws:organizations::" + organization.managementAccountId() + ":" + kind + "/";
    }

    private static IamException missing(String kind) {
        return new IamException(
                400,
                kind + "NotFoundException",
                "You specified an id that doesn't exist: " + kind.toLowerCase(Locale.ROOT));
    }

    private static IamException invalid(String parameter) {
        return new IamException(400, "InvalidInputException", "You specified an invalid value for " + parameter + ".");
    }
}
