package dev.penstock.tables.aws.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one operation that tells everything about who may do what, page by page. */
final class AuthorizationDetails {
    private static final Set<String> KINDS = Set.of("User", "Group", "Role", "LocalManagedPolicy", "AWSManagedPolicy");

    private AuthorizationDetails() {}

    static void get(ApiCall call, XmlText result) {
        List<String> filter = call.parameters().list("Filter");
        filter.stream().filter(kind -> !KINDS.contains(kind)).findFirst().ifPresent(kind -> {
            throw IamException.constraint(kind, "filter", "Member must satisfy enum value set: " + KINDS);
        });
        Paging.Slice<Object> page = call.paging().cutWhole(entities(call, filter));
        String marker = page.nextMarker();
        result.element("IsTruncated", marker != null);
        if (marker != null) {
            result.element("Marker", marker);
        }
        Members.list(result, "UserDetailList", only(page, IamUser.class), (user, xml) -> user(call, user, xml));
        Members.list(result, "GroupDetailList", only(page, IamGroup.class), (group, xml) -> group(call, group, xml));
        Members.list(result, "RoleDetailList", only(page, IamRole.class), (role, xml) -> role(call, role, xml));
        List<IamUser> users = call.estate().allUsers();
        Map<String, Integer> attachments = call.held().attachments(users);
        Map<String, Integer> boundaries = call.held().boundaries(users);
        Members.list(result, "Policies", only(page, ManagedPolicy.class), (policy, xml) -> {
            ManagedPolicyOperations.facts(
                    policy, attachments.getOrDefault(policy.arn(), 0), boundaries.getOrDefault(policy.arn(), 0), xml);
            Members.list(xml, "PolicyVersionList", policy.versions(), ManagedPolicyOperations::version);
        });
    }

    private static List<Object> entities(ApiCall call, List<String> filter) {
        var entities = new ArrayList<>();
        List<IamUser> users = call.estate().allUsers();
        if (wants(filter, "User")) {
            entities.addAll(users);
        }
        if (wants(filter, "Group")) {
            entities.addAll(call.held().groups.all());
        }
        if (wants(filter, "Role")) {
            entities.addAll(call.held().roles.all());
        }
        Set<String> attached = call.held().attachments(users).keySet();
        Set<String> boundaries = call.held().boundaries(users).keySet();
        for (ManagedPolicy policy : call.held().policies.all()) {
            boolean inUse = attached.contains(policy.arn()) || boundaries.contains(policy.arn());
            if (policy.isAwsManaged()
                    ? inUse && wants(filter, "AWSManagedPolicy")
                    : wants(filter, "LocalManagedPolicy")) {
                entities.add(policy);
            }
        }
        return entities;
    }

    private static boolean wants(List<String> filter, String kind) {
        return filter.isEmpty() || filter.contains(kind);
    }

    private static <T> List<T> only(Paging.Slice<Object> page, Class<T> kind) {
        return page.items().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static void user(ApiCall call, IamUser user, XmlText xml) {
        IamShapes.user(call, user, xml);
        if (!user.inlinePolicies().isEmpty()) {
            Members.list(xml, "UserPolicyList", user.inlinePolicies(), IamShapes::inlinePolicy);
        }
        Members.texts(
                xml,
                "GroupList",
                call.estate().groupsOf(user).stream().map(IamGroup::name).toList());
        Members.list(xml, "AttachedManagedPolicies", user.attachedPolicies(), IamShapes::attachedPolicy);
        IamShapes.boundary(user, xml);
        // Unlike GetUser, this operation tells an empty list of tags.
        Members.list(xml, "Tags", user.tags(), IamShapes::tag);
    }

    private static void group(ApiCall call, IamGroup group, XmlText xml) {
        IamShapes.group(call, group, xml);
        Members.list(xml, "GroupPolicyList", group.inlinePolicies(), IamShapes::inlinePolicy);
        Members.list(xml, "AttachedManagedPolicies", group.attachedPolicies(), IamShapes::attachedPolicy);
    }

    private static void role(ApiCall call, IamRole role, XmlText xml) {
        IamShapes.role(call, role, xml);
        Members.list(
                xml,
                "InstanceProfileList",
                RoleOperations.profilesOf(call, role),
                (profile, member) -> IamShapes.instanceProfile(call, profile, member));
        Members.list(xml, "RolePolicyList", role.inlinePolicies(), IamShapes::inlinePolicy);
        Members.list(xml, "AttachedManagedPolicies", role.attachedPolicies(), IamShapes::attachedPolicy);
        IamShapes.boundary(role, xml);
        Members.list(xml, "Tags", role.tags(), IamShapes::tag);
        IamShapes.lastUse(role, xml);
    }
}
