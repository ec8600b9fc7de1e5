package dev.penstock.tables.aws.simulator;

import java.util.List;

/** The operations of IAM on roles and instance profiles. */
final class RoleOperations {
    private RoleOperations() {}

    static void listRoles(ApiCall call, XmlText result) {
        Members.page(
                result,
                "Roles",
                call.held().roles.page(call),
                (role, member) -> IamShapes.listedRole(call, role, member));
    }

    static void getRole(ApiCall call, XmlText result) {
        IamRole role = call.namedRole();
        var xml = new XmlText();
        IamShapes.listedRole(call, role, xml);
        IamShapes.boundary(role, xml);
        IamShapes.tags(role.tags(), xml);
        IamShapes.lastUse(role, xml);
        result.element("Role", xml);
    }

    static void listInstanceProfilesForRole(ApiCall call, XmlText result) {
        List<InstanceProfile> profiles = profilesOf(call, call.namedRole());
        Members.page(
                result,
                "InstanceProfiles",
                call.paging().cutWhole(profiles),
                (profile, member) -> IamShapes.instanceProfile(call, profile, member));
    }

    static List<InstanceProfile> profilesOf(ApiCall call, IamRole role) {
        return call.held().instanceProfiles.all().stream()
                .filter(profile -> role.name().equalsIgnoreCase(profile.role()))
                .toList();
    }

    static void listInstanceProfiles(ApiCall call, XmlText result) {
        Members.page(
                result,
                "InstanceProfiles",
                call.held().instanceProfiles.page(call),
                (profile, member) -> IamShapes.instanceProfile(call, profile, member));
    }

    static void getInstanceProfile(ApiCall call, XmlText result) {
        InstanceProfile profile = named(call);
        var xml = new XmlText();
        IamShapes.instanceProfile(call, profile, xml);
        IamShapes.tags(profile.tags(), xml);
        result.element("InstanceProfile", xml);
    }

    static void listInstanceProfileTags(ApiCall call, XmlText result) {
        Members.page(result, "Tags", call.paging().cutWhole(named(call).tags()), IamShapes::tag);
    }

    private static InstanceProfile named(ApiCall call) {
        String name = call.parameters().required("InstanceProfileName");
        return call.held()
                .instanceProfiles
                .find(IamRules.name(name, "instanceProfileName"))
                .orElseThrow(() -> IamException.noSuchEntity("Instance Profile " + name + " cannot be found."));
    }
}
