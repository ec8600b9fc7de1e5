package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Size;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** One row per virtual MFA device, in use or not, that of root included. Hardware devices are not listed. */
final class AwsIamVirtualMfaDeviceTable {
    private static final int MOST_PER_PAGE = 1000;
    private static final Set<String> STATUSES = Set.of("Assigned", "Unassigned");

    static final Size SIZE = Size.of(MOST_PER_PAGE, "MFADevices");

    static final ListCall<AwsConnection, VirtualMFADevice> LIST_DEVICES =
            ListCall.<AwsConnection, VirtualMFADevice>pages("iam:ListVirtualMFADevices", (aws, page) -> {
                        String status = page.filter("assignment_status");
                        if (status != null && !STATUSES.contains(status)) {
                            // No row carries another status; the service would refuse it, or take Any for all.
                            return Page.only(List.of());
                        }
                        var answer = aws.iam()
                                .listVirtualMFADevices(request -> request.assignmentStatus(status)
                                        .maxItems(page.size(MOST_PER_PAGE))
                                        .marker(page.marker()));
                        return IamPages.of(answer.virtualMFADevices(), answer.isTruncated(), answer.marker());
                    })
                    .filteredBy("assignment_status")
                    .sized(SIZE);

    private static final RowCall<AwsConnection, VirtualMFADevice, List<Tag>> TAGS =
            RowCall.pages("iam:ListMFADeviceTags", VirtualMFADevice::serialNumber, (aws, serialNumber, page) -> {
                var answer = aws.iam()
                        .listMFADeviceTags(request -> request.serialNumber(serialNumber)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.tags(), answer.isTruncated(), answer.marker());
            });

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_virtual_mfa_device")
            .describedAs("Virtual MFA devices, assigned to a user or to root, or not assigned.")
            .rowsFrom(LIST_DEVICES)
            .column("serial_number", TEXT, VirtualMFADevice::serialNumber, "The serial number, which is an ARN.")
            .column("enable_date", TIMESTAMP, VirtualMFADevice::enableDate, "When the device was enabled.")
            .column(
                    "assignment_status",
                    TEXT,
                    device -> device.user() == null ? "Unassigned" : "Assigned",
                    "Assigned if somebody uses the device, else Unassigned.")
            .column("user_id", TEXT, ofUser(User::userId), "The id of the user; for root, the account's number.")
            .column("user_name", TEXT, ofUser(User::userName), "The name of the user, NULL for root.")
            .column("user", JSON, device -> SdkJson.of(device.user()), "The user of the device.")
            .column("tags_src", JSON, TAGS.get(SdkJson::list), "The tags of the device as the service lists them.")
            .column("tags", JSON, TAGS.get(IamJson::tagMapOrNull), "The tags as a map, NULL if there are none.")
            .column("title", TEXT, VirtualMFADevice::serialNumber, "The serial number.")
            .column("akas", JSON, device -> IamJson.aka(device.serialNumber()), "The serial number in an array.")
            .with(AwsColumns::global)
            .example("Virtual second factors that nobody uses", """
                    select serial_number from aws_iam_virtual_mfa_device where assignment_status = 'Unassigned'""")
            .build();

    private AwsIamVirtualMfaDeviceTable() {}

    private static Extractor<VirtualMFADevice, String> ofUser(Extractor<User, String> extractor) {
        return device -> fromUser(device.user(), extractor);
    }

    private static @Nullable String fromUser(@Nullable User user, Extractor<User, String> extractor) {
        return user == null ? null : extractor.extract(user);
    }
}
