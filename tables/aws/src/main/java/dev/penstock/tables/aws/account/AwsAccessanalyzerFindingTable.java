package dev.penstock.tables.aws.account;

import static dev.penstock.spi.error.Failure.NOT_FOUND;
import static dev.penstock.spi.table.ColumnType.BOOLEAN;
import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.PageRequest;
import dev.penstock.spi.table.Table;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.InRegion;
import dev.penstock.tables.aws.SdkJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.Criterion;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummary;

/** One row per finding on access from outside; analyzers of unused and internal access have findings of other kinds. */
final class AwsAccessanalyzerFindingTable {
    private static final int MOST_PER_PAGE = 1000;
    private static final Pattern ARN = Pattern.compile("arn:[^:]+:access-analyzer:([^:]+):\\d{12}:analyzer/.+");

    private static final Set<String> EXTERNAL = Set.of("ACCOUNT", "ORGANIZATION");

    /** Our columns and the service's names for them. */
    private static final Map<String, String> CRITERIA = Map.of(
            "error", "error",
            "id", "id",
            "is_public", "isPublic",
            "resource", "resource",
            "resource_owner_account", "resourceOwnerAccount",
            "resource_type", "resourceType",
            "status", "status");

    private static final ListCall<AwsConnection, Finding> LIST_FINDINGS = ListCall.<AwsConnection, Finding>pagesPerKey(
                    "access-analyzer:ListFindings",
                    AwsAccessanalyzerAnalyzerTable.LIST_ANALYZERS.each(
                            "access_analyzer_arn", AwsAccessanalyzerFindingTable::externalAnalyzer),
                    (aws, analyzerArn, page) -> {
                        Matcher arn = ARN.matcher(analyzerArn);
                        if (!arn.matches()) {
                            return Page.only(List.of());
                        }
                        var answer = aws.accessAnalyzer(arn.group(1))
                                .listFindings(request -> request.analyzerArn(analyzerArn)
                                        .filter(criteria(page))
                                        .maxResults(page.size(MOST_PER_PAGE))
                                        .nextToken(page.marker()));
                        return Page.of(
                                answer.findings().stream()
                                        .map(finding -> new Finding(analyzerArn, arn.group(1), finding))
                                        .toList(),
                                answer.nextToken());
                    })
            .filteredBy(CRITERIA.keySet().toArray(String[]::new))
            .emptyOn(NOT_FOUND);

    static final Table<AwsConnection> TABLE = Table.named("aws_accessanalyzer_finding")
            .describedAs("Findings of IAM Access Analyzer on access from outside.")
            .rowsFrom(LIST_FINDINGS)
            .column("access_analyzer_arn", TEXT, Finding::analyzerArn, "The ARN of the analyzer.")
            .column("id", TEXT, fact(FindingSummary::id), "The id of the finding.")
            .column("analyzed_at", TIMESTAMP, fact(FindingSummary::analyzedAt), "When the resource was looked at.")
            .column("created_at", TIMESTAMP, fact(FindingSummary::createdAt), "When the finding was made.")
            .column("error", TEXT, fact(FindingSummary::error), "Why the resource could not be looked at.")
            .column("is_public", BOOLEAN, fact(FindingSummary::isPublic), "Whether everybody has access.")
            .column("resource", TEXT, fact(FindingSummary::resource), "The resource that can be reached.")
            .column(
                    "resource_owner_account",
                    TEXT,
                    fact(FindingSummary::resourceOwnerAccount),
                    "The account that owns the resource.")
            .column("resource_type", TEXT, fact(FindingSummary::resourceTypeAsString), "The kind of resource.")
            .column("status", TEXT, fact(FindingSummary::statusAsString), "ACTIVE, ARCHIVED or RESOLVED.")
            .column("updated_at", TIMESTAMP, fact(FindingSummary::updatedAt), "When the finding was last changed.")
            .column(
                    "action",
                    JSON,
                    fact(finding -> finding.hasAction() ? SdkJson.list(finding.action()) : null),
                    "What the policy lets the principal do.")
            .column(
                    "sources",
                    JSON,
                    fact(finding -> finding.hasSources() ? SdkJson.list(finding.sources()) : null),
                    "Where the access comes from.")
            .column(
                    "principal",
                    JSON,
                    fact(finding -> finding.hasPrincipal() ? SdkJson.map(finding.principal()) : null),
                    "Who has access.")
            .column(
                    "condition",
                    JSON,
                    fact(finding -> finding.hasCondition() ? SdkJson.map(finding.condition()) : null),
                    "The conditions of the statement that gives access.")
            .column("title", TEXT, fact(FindingSummary::id), "The id of the finding.")
            .with(table -> AwsColumns.regional(table, Finding::region))
            .example("What everybody can reach", """
                    select resource_type, resource, action from aws_accessanalyzer_finding where status = 'ACTIVE' and is_public""")
            .build();

    private AwsAccessanalyzerFindingTable() {}

    /** Only analyzers of access from outside have such findings; the service refuses to list them for others. */
    private static @Nullable String externalAnalyzer(InRegion<AnalyzerSummary> analyzer) {
        return EXTERNAL.contains(analyzer.facts().typeAsString())
                ? analyzer.facts().arn()
                : null;
    }

    private static Map<String, Criterion> criteria(PageRequest page) {
        var criteria = new HashMap<String, Criterion>();
        CRITERIA.forEach((column, name) -> {
            String value = page.filter(column);
            if (value != null) {
                criteria.put(name, Criterion.builder().eq(value).build());
            }
        });
        return criteria;
    }

    private static <T> Extractor<Finding, T> fact(Extractor<FindingSummary, T> extractor) {
        return finding -> extractor.extract(finding.facts());
    }

    /** A finding, its analyzer and its region. */
    private record Finding(String analyzerArn, String region, FindingSummary facts) {}
}
