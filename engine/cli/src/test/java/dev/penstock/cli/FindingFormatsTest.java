package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.penstock.cli.output.CheckFormat;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The formats of systems that keep findings before their published schemas, also when everything is nasty. */
class FindingFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> sarif() {
        return ReportRows.ofSamples(report -> {
            JsonNode log = json(CheckFormat.SARIF, report, "sarif-schema-2.1.0.json", VersionFlag.V7);
            JsonNode run = log.at("/runs/0");
            assertThat(run.get("results")).hasSize(ReportRows.findings(report).size());
            assertThat(run.get("results"))
                    .allSatisfy(result -> assertThat(run.at("/tool/driver/rules/"
                                    + result.get("ruleIndex").intValue() + "/id"))
                            .isEqualTo(result.get("ruleId")));
            assertThat(kinds(run.get("results"), "kind"))
                    .isEqualTo(kinds(
                            report,
                            Map.of(
                                    Status.OK, "pass",
                                    Status.ALARM, "fail",
                                    Status.EXEMPT, "fail",
                                    Status.INFO, "informational",
                                    Status.SKIP, "notApplicable",
                                    Status.ERROR, "open")));
        });
    }

    @TestFactory
    Stream<DynamicTest> ocsf() {
        return ReportRows.ofSamples(report -> {
            JsonNode findings =
                    json(CheckFormat.OCSF, report, "ocsf-compliance-finding-1.8.0.schema.json", VersionFlag.V202012);
            assertThat(findings).hasSize(ReportRows.findings(report).size());
            assertThat(ids(findings, "/finding_info/uid")).hasSize(findings.size());
            var statuses = new ArrayList<JsonNode>();
            findings.forEach(finding -> statuses.add(finding.get("compliance")));
            assertThat(kinds(statuses, "status"))
                    .isEqualTo(kinds(
                            report,
                            Map.of(
                                    Status.OK, "Pass",
                                    Status.ALARM, "Fail",
                                    Status.EXEMPT, "Fail",
                                    Status.INFO, "Info",
                                    Status.SKIP, "Skipped",
                                    Status.ERROR, "Warning")));
        });
    }

    @TestFactory
    Stream<DynamicTest> asff() {
        return ReportRows.ofSamples(report -> {
            JsonNode findings = json(CheckFormat.ASFF, report, "asff.schema.json", VersionFlag.V202012);
            assertThat(findings).hasSize(ReportRows.findings(report).size());
            assertThat(ids(findings, "/Id")).hasSize(findings.size());
            assertThat(findings)
                    .allSatisfy(finding ->
                            assertThat(finding.get("AwsAccountId").textValue()).matches("[0-9]{12}"));
        });
    }

    private static Set<String> ids(JsonNode findings, String pointer) {
        var ids = new HashSet<String>();
        findings.forEach(finding -> ids.add(finding.at(pointer).textValue()));
        return ids;
    }

    private static Map<String, Integer> kinds(Iterable<JsonNode> results, String field) {
        var kinds = new TreeMap<String, Integer>();
        results.forEach(result -> kinds.merge(result.get(field).textValue(), 1, Integer::sum));
        return kinds;
    }

    private static Map<String, Integer> kinds(CheckReport report, Map<Status, String> names) {
        var kinds = new TreeMap<String, Integer>();
        ReportRows.findings(report).forEach(row -> kinds.merge(names.get(row.status()), 1, Integer::sum));
        return kinds;
    }

    private static JsonNode json(CheckFormat format, CheckReport report, String schema, VersionFlag version)
            throws IOException {
        JsonNode document = JSON.readTree(SampleReports.text(format, report));
        try (InputStream in = FindingFormatsTest.class.getResourceAsStream("/schemas/" + schema)) {
            var problems = JsonSchemaFactory.getInstance(version).getSchema(in).validate(document);
            assertThat(problems.stream().limit(3)).isEmpty();
        }
        return document;
    }
}
