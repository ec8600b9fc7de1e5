package dev.penstock.tables.aws.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The services that speak JSON, with the operations of each. */
enum JsonService {
    ACCOUNT("account"),
    ORGANIZATIONS("organizations"),
    ACCESS_ANALYZER("access-analyzer");

    private final String prefix;

    JsonService(String prefix) {
        this.prefix = prefix;
    }

    /** The service that a request was signed for; empty for those that speak the query protocol. */
    static Optional<JsonService> of(@Nullable Signature signature) {
        for (JsonService service : values()) {
            if (signature != null && service.prefix.equals(signature.service())) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    String prefix() {
        return prefix;
    }

    /** The name of the operation that a request is for; empty if it is for none. */
    String operationName(HttpRequest request) {
        String path = request.target().split("\\?", 2)[0];
        return switch (this) {
            case ACCOUNT ->
                switch (path) {
                    case "/getAlternateContact" -> "GetAlternateContact";
                    case "/getContactInformation" -> "GetContactInformation";
                    default -> "";
                };
            case ORGANIZATIONS -> {
                String target = request.header("X-Amz-Target");
                yield target == null ? "" : target.substring(target.indexOf('.') + 1);
            }
            case ACCESS_ANALYZER -> analyzer(request.method(), path);
        };
    }

    private static String analyzer(String method, String path) {
        if (method.equals("GET")) {
            if (path.equals("/analyzer")) {
                return "ListAnalyzers";
            }
            return path.startsWith("/analyzer/") ? "GetAnalyzer" : path.startsWith("/finding/") ? "GetFinding" : "";
        }
        return path.equals("/finding") ? "ListFindings" : "";
    }

    /** What a request says: the members of its body, the parameters of its query, and {@code name} of its path. */
    static Map<String, Object> members(HttpRequest request) {
        var members = new LinkedHashMap<String, Object>();
        if (!request.method().equals("GET")) {
            members.putAll(JsonReader.object(request.body()));
        }
        Parameters.ofForm(request.query()).arguments().forEach(members::put);
        String path = request.target().split("\\?", 2)[0];
        if (path.lastIndexOf('/') > 0) {
            members.put("name", URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8));
        }
        return members;
    }

    Optional<JsonOperation> operation(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "GetAlternateContact" -> ContactOperations::getAlternateContact;
                    case "GetContactInformation" -> ContactOperations::getContactInformation;
                    case "DescribeOrganization" -> OrganizationOperations::describeOrganization;
                    case "ListAccounts" -> OrganizationOperations::listAccounts;
                    case "ListAccountsForParent" -> OrganizationOperations::listAccountsForParent;
                    case "DescribeAccount" -> OrganizationOperations::describeAccount;
                    case "ListParents" -> OrganizationOperations::listParents;
                    case "ListTagsForResource" -> OrganizationOperations::listTagsForResource;
                    case "ListRoots" -> OrganizationOperations::listRoots;
                    case "ListOrganizationalUnitsForParent" -> OrganizationOperations::listOrganizationalUnitsForParent;
                    case "ListAnalyzers" -> AnalyzerOperations::listAnalyzers;
                    case "GetAnalyzer" -> AnalyzerOperations::getAnalyzer;
                    case "ListFindings" -> AnalyzerOperations::listFindings;
                    case "GetFinding" -> AnalyzerOperations::getFinding;
                    default -> null;
                });
    }
}
