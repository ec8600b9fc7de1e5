package dev.penstock.tables.aws.simulator;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The operations of IAM on the policies of users. */
final class PolicyOperations {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PolicyOperations() {}

    static void listAttachedUserPolicies(ApiCall call, XmlText result) {
        String prefix = call.pathPrefix();
        var attached = call.namedUser().attachedPolicies().stream()
                .filter(arn -> pathOf(arn).startsWith(prefix))
                .toList();
        Members.page(
                result,
                "AttachedPolicies",
                call.paging().cutWhole(attached),
                (arn, member) -> member.element("PolicyName", arn.substring(arn.lastIndexOf('/') + 1))
                        .element("PolicyArn", arn));
    }

    static void listUserPolicies(ApiCall call, XmlText result) {
        var names = call.namedUser().inlinePolicies().stream()
                .map(InlinePolicy::name)
                .toList();
        Members.texts(result, "PolicyNames", call.paging().cutWhole(names));
    }

    static void getUserPolicy(ApiCall call, XmlText result) {
        IamUser user = call.namedUser();
        String name = IamRules.name(call.parameters().required("PolicyName"), "policyName");
        InlinePolicy policy = user.inlinePolicies().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> IamException.noSuchEntity("The user policy with name " + name + " cannot be found."));
        result.element("UserName", user.name())
                .element("PolicyName", policy.name())
                .element("PolicyDocument", percentEncoded(policy.document()));
    }

    /** The path in {@code arn:aws:iam::account:policy/path/name}. */
    private static String pathOf(String arn) {
        int start = arn.indexOf('/');
        return start < 0 ? "/" : arn.substring(start, arn.lastIndexOf('/') + 1);
    }

    /** RFC 3986, section 2.1: everything but the unreserved characters as percent signs and bytes. */
    private static String percentEncoded(String text) {
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
