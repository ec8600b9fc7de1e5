package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.GetCall;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.RowCall;
import dev.penstock.spi.table.Size;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.SdkJson;
import java.util.List;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Tag;

/** One row per instance profile of the account. */
final class AwsIamInstanceProfileTable {
    private static final int MOST_PER_PAGE = 1000;

    static final Size SIZE = Size.of(MOST_PER_PAGE, "InstanceProfiles");

    static final ListCall<AwsConnection, InstanceProfile> LIST_PROFILES =
            ListCall.<AwsConnection, InstanceProfile>pages("iam:ListInstanceProfiles", (aws, page) -> {
                        var answer = aws.iam()
                                .listInstanceProfiles(
                                        request -> request.pathPrefix(IamNames.pathPrefix(page.filter("path")))
                                                .maxItems(page.size(MOST_PER_PAGE))
                                                .marker(page.marker()));
                        return IamPages.of(answer.instanceProfiles(), answer.isTruncated(), answer.marker());
                    })
                    .filteredBy("path")
                    .identifiedBy(InstanceProfile::instanceProfileId)
                    .sized(SIZE);

    private static final RowCall<AwsConnection, InstanceProfile, InstanceProfile> GET_PROFILE = RowCall.of(
            "iam:GetInstanceProfile",
            InstanceProfile::instanceProfileName,
            (aws, name) -> aws.iam()
                    .getInstanceProfile(request -> request.instanceProfileName(name))
                    .instanceProfile());

    private static final RowCall<AwsConnection, InstanceProfile, List<Tag>> TAGS =
            RowCall.pages("iam:ListInstanceProfileTags", InstanceProfile::instanceProfileName, (aws, name, page) -> {
                var answer = aws.iam()
                        .listInstanceProfileTags(request -> request.instanceProfileName(name)
                                .maxItems(page.size(MOST_PER_PAGE))
                                .marker(page.marker()));
                return IamPages.of(answer.tags(), answer.isTruncated(), answer.marker());
            });

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_instance_profile")
            .describedAs("Instance profiles, which hand a role to EC2 instances.")
            .rowsFrom(LIST_PROFILES)
            .rowsByKey(GetCall.by("instance_profile_name", GET_PROFILE, IamNames::name))
            .rowsByKey(GetCall.by("arn", GET_PROFILE, IamNames::instanceProfileNameOfArn))
            .column(
                    "instance_profile_name",
                    TEXT,
                    InstanceProfile::instanceProfileName,
                    "The friendly name of the instance profile.")
            .column("arn", TEXT, InstanceProfile::arn, "The ARN of the instance profile.")
            .column("instance_profile_id", TEXT, InstanceProfile::instanceProfileId, "The unique id of the profile.")
            .column("create_date", TIMESTAMP, InstanceProfile::createDate, "When the instance profile was created.")
            .column("path", TEXT, InstanceProfile::path, "The path to the instance profile.")
            .column("roles", JSON, profile -> SdkJson.list(profile.roles()), "The role in the profile, at most one.")
            .column("tags_src", JSON, TAGS.get(SdkJson::list), "The tags of the profile as the service lists them.")
            .column("title", TEXT, InstanceProfile::instanceProfileName, "The name of the instance profile.")
            .column("tags", JSON, TAGS.get(IamJson::tagMap), "The tags of the profile as a map.")
            .column("akas", JSON, profile -> IamJson.aka(profile.arn()), "The ARN of the profile in an array.")
            .with(AwsColumns::global)
            .example("Profiles that hand out no role", """
                    select instance_profile_name from aws_iam_instance_profile where jsonb_array_length(roles) = 0""")
            .build();

    private AwsIamInstanceProfileTable() {}
}
