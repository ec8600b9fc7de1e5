package dev.penstock.tables.aws.simulator;

import java.util.List;
import java.util.Map;

/** The operations of IAM Access Analyzer, each within the region of its request. */
final class AnalyzerOperations {
    private AnalyzerOperations() {}

    static void listAnalyzers(JsonCall call, JsonText result) {
        String type = call.text("type");
        List<AccountFacts.Analyzer> found = inRegion(call).stream()
                .filter(analyzer -> type == null || type.equals(analyzer.type()))
                .toList();
        result.list("analyzers", found, (analyzer, shape) -> analyzer(call, analyzer, shape));
    }

    static void getAnalyzer(JsonCall call, JsonText result) {
        AccountFacts.Analyzer named = inRegion(call).stream()
                .filter(analyzer -> analyzer.name().equals(call.required("name")))
                .findFirst()
                .orElseThrow(() -> missing(call.required("name")));
        result.object("analyzer", shape -> analyzer(call, named, shape));
    }

    static void listFindings(JsonCall call, JsonText result) {
        List<AccountFacts.Finding> found = analyzerOf(call).findings().stream()
                .filter(finding -> matches(call, "status", finding.status()))
                .filter(finding -> matches(call, "resource", finding.resource()))
                .filter(finding -> matches(call, "resourceType", finding.resourceType()))
                .filter(finding -> matches(call, "isPublic", String.valueOf(finding.isPublic())))
                .filter(finding -> matches(call, "id", finding.id()))
                .toList();
        result.list("findings", found, (finding, shape) -> finding(call, finding, shape));
    }

    static void getFinding(JsonCall call, JsonText result) {
        AccountFacts.Finding named = analyzerOf(call).findings().stream()
                .filter(finding -> finding.id().equals(call.required("name")))
                .findFirst()
                .orElseThrow(() -> missing(call.required("name")));
        result.object("finding", shape -> finding(call, named, shape));
    }

    private static AccountFacts.Analyzer analyzerOf(JsonCall call) {
        String arn = call.required("analyzerArn");
        return inRegion(call).stream()
                .filter(analyzer -> analyzer.arn(call.estate().accountId()).equals(arn))
                .findFirst()
                .orElseThrow(() -> missing(arn));
    }

    /** A criterion reads {@code {"filter": {"status": {"eq": ["ACTIVE"]}}}}; only {@code eq} is spoken here. */
    private static boolean matches(JsonCall call, String name, String value) {
        return !(call.members().get("filter") instanceof Map<?, ?> filter)
                || !(filter.get(name) instanceof Map<?, ?> criterion)
                || !(criterion.get("eq") instanceof List<?> values)
                || values.contains(value);
    }

    private static List<AccountFacts.Analyzer> inRegion(JsonCall call) {
        return call.estate().facts().analyzers().stream()
                .filter(analyzer -> analyzer.region().equals(call.region()))
                .toList();
    }

    private static void analyzer(JsonCall call, AccountFacts.Analyzer analyzer, JsonText shape) {
        shape.member("arn", analyzer.arn(call.estate().accountId()))
                .member("name", analyzer.name())
                .member("type", analyzer.type())
                .member("status", analyzer.status())
                .member("createdAt", analyzer.created());
    }

    private static void finding(JsonCall call, AccountFacts.Finding finding, JsonText shape) {
        shape.member("id", finding.id())
                .member("resource", finding.resource())
                .member("resourceType", finding.resourceType())
                .member("resourceOwnerAccount", call.estate().accountId())
                .member("status", finding.status())
                .member("isPublic", finding.isPublic())
                .texts("action", finding.actions())
                .object("principal", principal -> finding.principal().forEach(principal::member))
                .object("condition", condition -> {})
                .member("analyzedAt", finding.created())
                .member("createdAt", finding.created())
                .member("updatedAt", finding.created());
    }

    private static IamException missing(String what) {
        return new IamException(404, "ResourceNotFoundException", what + " does not exist");
    }
}
