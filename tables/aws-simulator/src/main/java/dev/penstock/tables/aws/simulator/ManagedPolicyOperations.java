package dev.penstock.tables.aws.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The operations of IAM on managed policies. */
final class ManagedPolicyOperations {
    private ManagedPolicyOperations() {}

    static void listPolicies(ApiCall call, XmlText result) {
        Parameters parameters = call.parameters();
        String prefix = call.pathPrefix();
        String scope = parameters.get("Scope", "All");
        List<IamUser> users = call.estate().allUsers();
        Map<String, Integer> attachments = call.held().attachments(users);
        Map<String, Integer> boundaries = call.held().boundaries(users);
        List<ManagedPolicy> found = call.held().policies.all().stream()
                .filter(inScope(scope))
                .filter(policy -> policy.path().startsWith(prefix))
                .filter(policy -> !parameters.flag("OnlyAttached") || attachments.containsKey(policy.arn()))
                .toList();
        Members.page(
                result,
                "Policies",
                call.paging().cutWhole(found),
                (policy, member) -> facts(
                        policy,
                        attachments.getOrDefault(policy.arn(), 0),
                        boundaries.getOrDefault(policy.arn(), 0),
                        member));
    }

    private static Predicate<ManagedPolicy> inScope(String scope) {
        return switch (scope) {
            case "All" -> policy -> true;
            case "AWS" -> ManagedPolicy::isAwsManaged;
            case "Local" -> policy -> !policy.isAwsManaged();
            default ->
                throw IamException.constraint(scope, "scope", "Member must satisfy enum value set: [All, AWS, Local]");
        };
    }

    static void getPolicy(ApiCall call, XmlText result) {
        ManagedPolicy policy = named(call);
        List<IamUser> users = call.estate().allUsers();
        var xml = new XmlText();
        facts(
                policy,
                call.held().attachments(users).getOrDefault(policy.arn(), 0),
                call.held().boundaries(users).getOrDefault(policy.arn(), 0),
                xml);
        String description = policy.description();
        if (description != null) {
            xml.element("Description", description);
        }
        // Unlike other single answers, this one tells an empty list of tags.
        Members.list(xml, "Tags", policy.tags(), IamShapes::tag);
        result.element("Policy", xml);
    }

    static void getPolicyVersion(ApiCall call, XmlText result) {
        ManagedPolicy policy = named(call);
        String id = call.parameters().required("VersionId");
        ManagedPolicy.Version version = policy.versions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> IamException.noSuchEntity(
                        "Policy " + policy.arn() + " version " + id + " does not exist or is not attachable."));
        var xml = new XmlText();
        version(version, xml);
        result.element("PolicyVersion", xml);
    }

    static void listEntitiesForPolicy(ApiCall call, XmlText result) {
        String arn = named(call).arn();
        List<PolicyHolder> holders = call.held()
                .holders(call.estate().allUsers())
                .filter(holder -> holder.attachedPolicies().contains(arn) || arn.equals(holder.boundary()))
                .toList();
        Paging.Slice<PolicyHolder> page = call.paging().cutWhole(holders);
        String marker = page.nextMarker();
        result.element("IsTruncated", marker != null);
        if (marker != null) {
            result.element("Marker", marker);
        }
        entities(result, "Group", only(page, IamGroup.class));
        entities(result, "Role", only(page, IamRole.class));
        entities(result, "User", only(page, IamUser.class));
    }

    private static List<PolicyHolder> only(Paging.Slice<PolicyHolder> page, Class<?> kind) {
        return page.items().stream().filter(kind::isInstance).toList();
    }

    private static void entities(XmlText result, String kind, List<PolicyHolder> holders) {
        Members.list(
                result,
                "Policy" + kind + "s",
                holders,
                (holder, member) -> member.element(kind + "Name", holder.name()).element(kind + "Id", holder.id()));
    }

    /** The policy that a request must name. */
    static ManagedPolicy named(ApiCall call) {
        String arn = call.parameters().required("PolicyArn");
        return call.held()
                .policies
                .find(arn)
                .orElseThrow(
                        () -> IamException.noSuchEntity("Policy " + arn + " does not exist or is not attachable."));
    }

    static void facts(ManagedPolicy policy, int attachments, int boundaries, XmlText xml) {
        xml.element("PolicyName", policy.name())
                .element("PolicyId", policy.id())
                .element("Arn", policy.arn())
                .element("Path", policy.path())
                .element("DefaultVersionId", policy.defaultVersion().id())
                .element("AttachmentCount", String.valueOf(attachments))
                .element("PermissionsBoundaryUsageCount", String.valueOf(boundaries))
                .element("IsAttachable", true)
                .element("CreateDate", policy.created())
                .element("UpdateDate", policy.updated());
    }

    static void version(ManagedPolicy.Version version, XmlText xml) {
        xml.element("Document", IamShapes.percentEncoded(version.document()))
                .element("VersionId", version.id())
                .element("IsDefaultVersion", version.isDefault())
                .element("CreateDate", version.created());
    }
}
