package dev.penstock.tables.aws.account;

import static dev.penstock.spi.table.ColumnType.JSON;
import static dev.penstock.spi.table.ColumnType.TEXT;
import static dev.penstock.spi.table.ColumnType.TIMESTAMP;

import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.KeySource;
import dev.penstock.spi.table.ListCall;
import dev.penstock.spi.table.Page;
import dev.penstock.spi.table.Table;
import dev.penstock.spi.value.Json;
import dev.penstock.tables.aws.AwsColumns;
import dev.penstock.tables.aws.AwsConnection;
import dev.penstock.tables.aws.InRegion;
import dev.penstock.tables.aws.SdkJson;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;

/** One row per analyzer of IAM Access Analyzer in the connection's regions. */
final class AwsAccessanalyzerAnalyzerTable {
    private static final int MOST_PER_PAGE = 1000;

    /** One listing per region; a name is looked for in each of them, since it can be taken in several. */
    static final ListCall<AwsConnection, InRegion<AnalyzerSummary>> LIST_ANALYZERS =
            ListCall.<AwsConnection, InRegion<AnalyzerSummary>>pagesPerKey(
                            "access-analyzer:ListAnalyzers",
                            KeySource.configured("region", AwsConnection::regions),
                            (aws, region, page) -> {
                                var answer = aws.accessAnalyzer(region)
                                        .listAnalyzers(request -> request.type(page.filter("type"))
                                                .maxResults(page.size(MOST_PER_PAGE))
                                                .nextToken(page.marker()));
                                return Page.of(
                                        answer.analyzers().stream()
                                                .map(analyzer -> new InRegion<>(region, analyzer))
                                                .toList(),
                                        answer.nextToken());
                            })
                    .filteredBy("type", "name");

    static final Table<AwsConnection> TABLE = Table.named("aws_accessanalyzer_analyzer")
            .describedAs("Analyzers of IAM Access Analyzer.")
            .rowsFrom(LIST_ANALYZERS)
            .column("name", TEXT, fact(AnalyzerSummary::name), "The name of the analyzer.")
            .column("arn", TEXT, fact(AnalyzerSummary::arn), "The ARN of the analyzer.")
            .column("status", TEXT, fact(AnalyzerSummary::statusAsString), "The state of the analyzer.")
            .column("type", TEXT, fact(AnalyzerSummary::typeAsString), "What the analyzer looks at and for.")
            .column("created_at", TIMESTAMP, time(AnalyzerSummary::createdAt), "When the analyzer was created.")
            .column(
                    "last_resource_analyzed",
                    TEXT,
                    fact(AnalyzerSummary::lastResourceAnalyzed),
                    "The ARN of the resource that was looked at last.")
            .column(
                    "last_resource_analyzed_at",
                    TIMESTAMP,
                    time(AnalyzerSummary::lastResourceAnalyzedAt),
                    "When a resource was looked at last.")
            .column(
                    "status_reason",
                    TEXT,
                    fact(analyzer -> analyzer.statusReason() == null
                            ? null
                            : analyzer.statusReason().codeAsString()),
                    "Why the analyzer does not work, NULL if it does.")
            .column("title", TEXT, fact(AnalyzerSummary::name), "The name of the analyzer.")
            .column(
                    "tags",
                    JSON,
                    analyzer -> analyzer.facts().hasTags()
                            ? SdkJson.map(analyzer.facts().tags())
                            : null,
                    "The tags of the analyzer as a map.")
            .column(
                    "akas",
                    JSON,
                    analyzer -> Json.array(List.of(Json.text(analyzer.facts().arn()))),
                    "The ARN of the analyzer in an array.")
            .with(table -> AwsColumns.regional(table, InRegion::region))
            .example("Regions with an active analyzer", """
                    select region, name, type from aws_accessanalyzer_analyzer where status = 'ACTIVE'""")
            .build();

    private AwsAccessanalyzerAnalyzerTable() {}

    private static Extractor<InRegion<AnalyzerSummary>, String> fact(Extractor<AnalyzerSummary, String> extractor) {
        return analyzer -> extractor.extract(analyzer.facts());
    }

    private static Extractor<InRegion<AnalyzerSummary>, Instant> time(Extractor<AnalyzerSummary, Instant> extractor) {
        return analyzer -> extractor.extract(analyzer.facts());
    }
}
