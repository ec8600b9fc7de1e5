package dev.penstock.tables.aws.iam;

import static dev.penstock.spi.error.Failure.NOT_FOUND;
import static dev.penstock.spi.table.ColumnType.BIGINT;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.Preparation;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.NotReadyException;
import dev.penstock.tables.aws.SdkJson;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AccessAdvisorUsageGranularityType;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.JobStatusType;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;

/** One row per service that a user, group, role or policy can reach, with when it last did. */
final class AwsIamAccessAdvisorTable {
    private static final int MOST_PER_PAGE = 1000;

    /** The service works the answer out in a job, which is ordered first. */
    private static final Preparation<AwsConnection> ORDER =
            Preparation.first("iam:GenerateServiceLastAccessedDetails", AwsIamAccessAdvisorTable::order);

    private static final ListCall<AwsConnection, Accessed> GET_DETAILS = ListCall.<AwsConnection, Accessed>pagesPerKey(
                    "iam:GetServiceLastAccessedDetails", KeySource.required("principal_arn"), (aws, arn, page) -> {
                        if (page.prepared().isEmpty()) {
                            return Page.only(List.of());
                        }
                        var answer = aws.iam()
                                .getServiceLastAccessedDetails(request -> request.jobId(page.prepared())
                                        .maxItems(page.size(MOST_PER_PAGE))
                                        .marker(page.marker()));
                        requireDone(answer);
                        List<Accessed> services = answer.servicesLastAccessed().stream()
                                .map(service -> new Accessed(arn, service))
                                .toList();
                        return IamPages.of(services, answer.isTruncated(), answer.marker());
                    })
            .preparedBy(ORDER)
            .emptyOn(NOT_FOUND);

    static final Table<AwsConnection> TABLE = Table.named("aws_iam_access_advisor")
            .describedAs("Services that a user, group, role or policy can reach, and when it last did.")
            .rowsFrom(GET_DETAILS)
            .column("principal_arn", TEXT, Accessed::principalArn, "The ARN of the user, group, role or policy.")
            .column("service_name", TEXT, fact(ServiceLastAccessed::serviceName), "The name of the service.")
            .column(
                    "service_namespace",
                    TEXT,
                    fact(ServiceLastAccessed::serviceNamespace),
                    "What the service's actions begin with, such as s3.")
            .column(
                    "last_authenticated",
                    TIMESTAMP,
                    fact(ServiceLastAccessed::lastAuthenticated),
                    "When the service was last reached.")
            .column(
                    "last_authenticated_entity",
                    TEXT,
                    fact(ServiceLastAccessed::lastAuthenticatedEntity),
                    "The ARN of the user or role that last reached it.")
            .column(
                    "last_authenticated_region",
                    TEXT,
                    fact(ServiceLastAccessed::lastAuthenticatedRegion),
                    "The region in which it was last reached.")
            .column(
                    "total_authenticated_entities",
                    BIGINT,
                    fact(service -> IamNumbers.bigint(service.totalAuthenticatedEntities())),
                    "How many users and roles tried to reach it.")
            .column(
                    "tracked_actions_last_accessed",
                    JSON,
                    fact(service -> service.hasTrackedActionsLastAccessed()
                            ? SdkJson.list(service.trackedActionsLastAccessed())
                            : null),
                    "The actions that AWS keeps track of, and when each was last used.")
            .with(AwsColumns::global)
            .example("Services that a user may use and has not used for 90 days", """
                    select service_name, last_authenticated
                    from aws_iam_access_advisor
                    where principal_arn = 'arn:aws:iam::123456789012:user/engineering/alice'
                      and coalesce(last_authenticated, timestamp '2000-01-01') < now() - interval '90 days'""")
            .build();

    private AwsIamAccessAdvisorTable() {}

    /** The number of a job; none for what is no ARN of IAM, of which the service knows nothing. */
    private static String order(AwsConnection aws, String arn) {
        if (!IamNames.isArn(arn)) {
            return "";
        }
        return aws.iam()
                .generateServiceLastAccessedDetails(
                        request -> request.arn(arn).granularity(AccessAdvisorUsageGranularityType.ACTION_LEVEL))
                .jobId();
    }

    /** A job that is not done says nothing; it must not be read as no service at all. */
    private static void requireDone(GetServiceLastAccessedDetailsResponse answer) {
        if (answer.jobStatus() == JobStatusType.IN_PROGRESS) {
            throw new NotReadyException("the details on the last access are still being worked out");
        }
        if (answer.jobStatus() != JobStatusType.COMPLETED) {
            throw new IllegalStateException("the job for the last access failed"
                    + (answer.error() == null ? "" : ": " + answer.error().message()));
        }
    }

    private static <T> Extractor<Accessed, T> fact(Extractor<ServiceLastAccessed, T> extractor) {
        return accessed -> extractor.extract(accessed.service());
    }

    /** A service and who was asked about. */
    private record Accessed(String principalArn, ServiceLastAccessed service) {}
}
