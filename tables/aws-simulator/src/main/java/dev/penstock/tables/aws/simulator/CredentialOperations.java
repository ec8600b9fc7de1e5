package dev.penstock.tables.aws.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The operations of IAM on second factors, credentials for single services, and the report of all credentials. */
final class CredentialOperations {
    private CredentialOperations() {}

    static void listVirtualMfaDevices(ApiCall call, XmlText result) {
        String status = call.parameters().get("AssignmentStatus", "Any");
        Predicate<Device> wanted = switch (status) {
            case "Any" -> device -> true;
            case "Assigned" -> Device::assigned;
            case "Unassigned" -> device -> !device.assigned();
            default ->
                throw IamException.constraint(
                        status, "assignmentStatus", "Member must satisfy enum value set: [Any, Unassigned, Assigned]");
        };
        List<Device> found = devices(call).stream().filter(wanted).toList();
        Members.page(
                result,
                "VirtualMFADevices",
                call.paging().cutWhole(found),
                (device, member) -> device(call, device, member));
    }

    static void listMfaDeviceTags(ApiCall call, XmlText result) {
        String serial = call.parameters().required("SerialNumber");
        List<Tag> tags = devices(call).stream()
                .filter(device -> device.serialNumber().equals(serial))
                .findFirst()
                .orElseThrow(() ->
                        IamException.noSuchEntity("VirtualMFADevice with serial number " + serial + " does not exist."))
                .tags();
        Members.page(result, "Tags", call.paging().cutWhole(tags), IamShapes::tag);
    }

    private static List<Device> devices(ApiCall call) {
        var devices = new ArrayList<Device>();
        for (IamUser user : call.estate().allUsers()) {
            user.mfaDevices().stream()
                    .filter(device -> device.serialNumber().startsWith("arn:"))
                    .forEach(device -> devices.add(new Device(device.serialNumber(), device, user, List.of())));
        }
        RootUser root = call.estate().root();
        if (root.mfaEnabled() && root.virtualMfa()) {
            String serial = "arn:aws:iam::" + call.accountId() + ":mfa/root-account-mfa-device";
            devices.add(new Device(serial, new MfaDevice(serial, CredentialReport.ROOT_CREATED), null, List.of()));
        }
        call.held()
                .unassignedDevices
                .all()
                .forEach(device -> devices.add(new Device(device.serialNumber(), null, null, device.tags())));
        return devices;
    }

    private static void device(ApiCall call, Device device, XmlText xml) {
        xml.element("SerialNumber", device.serialNumber());
        MfaDevice inUse = device.inUse();
        if (inUse == null) {
            return;
        }
        var owner = new XmlText();
        IamUser user = device.user();
        if (user == null) {
            owner.element("UserId", call.accountId())
                    .element("Arn", "arn:aws:iam::" + call.accountId() + ":root")
                    .element("CreateDate", CredentialReport.ROOT_CREATED);
            IamShapes.time("PasswordLastUsed", call.estate().root().lastUsed(), owner);
        } else {
            IamShapes.user(call, user, owner);
            LoginProfile profile = user.loginProfile();
            IamShapes.time("PasswordLastUsed", profile == null ? null : profile.lastUsed(), owner);
        }
        xml.element("User", owner).element("EnableDate", inUse.enabled());
    }

    static void listServiceSpecificCredentials(ApiCall call, XmlText result) {
        Parameters parameters = call.parameters();
        List<IamUser> users =
                parameters.flag("AllUsers") ? call.estate().allUsers() : List.of(call.namedUserOrCaller());
        String service = parameters.get("ServiceName");
        var found = users.stream()
                .flatMap(user -> user.serviceCredentials().stream().map(credential -> new Owned(user, credential)))
                .filter(owned ->
                        service == null || service.equals(owned.credential().service()))
                .toList();
        Members.page(result, "ServiceSpecificCredentials", call.paging().cutWhole(found), (owned, member) -> {
            ServiceCredential credential = owned.credential();
            member.element("UserName", owned.user().name())
                    .element("Status", credential.active() ? "Active" : "Inactive")
                    .element("ServiceUserName", credential.userName())
                    .element("CreateDate", credential.created())
                    .element("ServiceSpecificCredentialId", credential.id())
                    .element("ServiceName", credential.service());
        });
    }

    static void generateCredentialReport(ApiCall call, XmlText result) {
        CredentialReport.State state = call.estate().report().generate(call.estate());
        result.element("State", state.name());
        if (state == CredentialReport.State.STARTED) {
            result.element("Description", "No report exists. Starting a new report generation task");
        }
    }

    static void getCredentialReport(ApiCall call, XmlText result) {
        CredentialReport.Made report = call.estate().report().made(call.estate());
        String content = Base64.getEncoder().encodeToString(report.csv().getBytes(StandardCharsets.UTF_8));
        result.element("Content", content)
                .element("ReportFormat", "text/csv")
                .element("GeneratedTime", report.generated());
    }

    private record Owned(IamUser user, ServiceCredential credential) {}

    /** A virtual device; in use by nobody, by a user, or by root where no user is named. */
    private record Device(
            String serialNumber,
            @Nullable MfaDevice inUse,
            @Nullable IamUser user,
            List<Tag> tags) {
        boolean assigned() {
            return inUse != null;
        }
    }
}
