package dev.penstock.tables.aws.simulator;

/**
 * The words in which IAM refuses.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied error
 *     messages</a>
 */
final class AccessDenied {
    private AccessDenied() {}

    static IamException of(Caller caller, String action, Parameters parameters) {
        boolean ec2 = action.startsWith("ec2:");
        return new IamException(
                403,
                ec2 ? "UnauthorizedOperation" : "AccessDenied",
                (ec2 ? "You are not authorized to perform this operation. " : "") + "User: " + caller.arn()
                        + " is not authorized to perform: " + action + " on resource: "
                        + resource(caller, action, parameters)
                        + " because no identity-based policy allows the " + action + " action");
    }

    /** A role that does not let the caller in, or is not there: the service does not tell which. */
    static IamException toRole(String callerArn, String action, String roleArn) {
        return new IamException(
                403,
                "AccessDenied",
                "User: " + callerArn + " is not authorized to perform: " + action + " on resource: " + roleArn);
    }

    private static String resource(Caller caller, String action, Parameters parameters) {
        String userName = parameters.get("UserName");
        if (userName != null) {
            return "user " + userName;
        }
        String account = "arn:aws:iam::" + caller.estate().accountId();
        return switch (action) {
            case "iam:ListUsers" -> account + ":user" + parameters.get("PathPrefix", "/");
            case "iam:ListGroups" -> account + ":group" + parameters.get("PathPrefix", "/");
            case "iam:GetUser", "iam:ListAccessKeys", "iam:GetLoginProfile", "iam:ListMFADevices" ->
                "user " + caller.userName();
            case "iam:GetAccessKeyLastUsed" ->
                caller.estate()
                        .ownerOf(parameters.get("AccessKeyId", ""))
                        .map(user -> "user " + user.name())
                        .orElse("*");
            default -> "*";
        };
    }
}
