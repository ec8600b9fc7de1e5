package dev.penstock.tables.aws.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The structures of the IAM API that several operations tell. */
final class IamShapes {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private IamShapes() {}

    static void user(ApiCall call, IamUser user, XmlText xml) {
        xml.element("Path", user.path())
                .element("UserName", user.name())
                .element("UserId", user.id())
                .element("Arn", user.arn(call.accountId()))
                .element("CreateDate", user.created());
    }

    static void group(ApiCall call, IamGroup group, XmlText xml) {
        xml.element("Path", group.path())
                .element("GroupName", group.name())
                .element("GroupId", group.id())
                .element("Arn", group.arn(call.accountId()))
                .element("CreateDate", group.created());
    }

    /** What listings and bulk answers alike tell of a role. */
    static void role(ApiCall call, IamRole role, XmlText xml) {
        xml.element("Path", role.path())
                .element("RoleName", role.name())
                .element("RoleId", role.id())
                .element("Arn", role.arn(call.accountId()))
                .element("CreateDate", role.created())
                .element("AssumeRolePolicyDocument", percentEncoded(role.trustPolicy()));
    }

    /** A role as ListRoles tells it. */
    static void listedRole(ApiCall call, IamRole role, XmlText xml) {
        role(call, role, xml);
        String description = role.description();
        if (description != null) {
            xml.element("Description", description);
        }
        xml.element("MaxSessionDuration", String.valueOf(role.maxSessionSeconds()));
    }

    static void instanceProfile(ApiCall call, InstanceProfile profile, XmlText xml) {
        xml.element("Path", profile.path())
                .element("InstanceProfileName", profile.name())
                .element("InstanceProfileId", profile.id())
                .element("Arn", profile.arn(call.accountId()))
                .element("CreateDate", profile.created());
        Members.list(xml, "Roles", rolesOf(call, profile), (role, member) -> listedRole(call, role, member));
    }

    private static List<IamRole> rolesOf(ApiCall call, InstanceProfile profile) {
        String role = profile.role();
        return role == null ? List.of() : call.held().roles.find(role).stream().toList();
    }

    static void boundary(PolicyHolder holder, XmlText xml) {
        String arn = holder.boundary();
        if (arn != null) {
            xml.element(
                    "PermissionsBoundary",
                    new XmlText().element("PermissionsBoundaryType", "Policy").element("PermissionsBoundaryArn", arn));
        }
    }

    static void lastUse(IamRole role, XmlText xml) {
        var use = new XmlText();
        if (role.lastUse() != null) {
            use.element("LastUsedDate", role.lastUse().when())
                    .element("Region", role.lastUse().region());
        }
        xml.element("RoleLastUsed", use);
    }

    static void attachedPolicy(String arn, XmlText xml) {
        xml.element("PolicyName", arn.substring(arn.lastIndexOf('/') + 1)).element("PolicyArn", arn);
    }

    static void inlinePolicy(InlinePolicy policy, XmlText xml) {
        xml.element("PolicyName", policy.name()).element("PolicyDocument", percentEncoded(policy.document()));
    }

    static void tag(Tag tag, XmlText xml) {
        xml.element("Key", tag.key()).element("Value", tag.value());
    }

    /** Tags where there are some; single answers leave an empty list out. */
    static void tags(List<Tag> tags, XmlText xml) {
        if (!tags.isEmpty()) {
            Members.list(xml, "Tags", tags, IamShapes::tag);
        }
    }

    static void time(String name, @Nullable Instant time, XmlText xml) {
        if (time != null) {
            xml.element(name, time);
        }
    }

    /** RFC 3986, section 2.1: everything but the unreserved characters as percent signs and bytes. */
    static String percentEncoded(String text) {
        var encoded = new StringBuilder(text.length() * 2);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(each)) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(HEX.toHexDigits(each));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(byte each) {
        return (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || (each >= '0' && each <= '9')
                || each == '-'
                || each == '.'
                || each == '_'
                || each == '~';
    }
}
