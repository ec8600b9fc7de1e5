package dev.penstock.tables.aws.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the policies of a user, group or role say to an action on a resource: any Deny refuses, an Allow permits, and a
 * boundary must permit too. A statement with conditions counts as not met, and its keys as missing.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
final class PolicyEvaluation {
    private final Estate estate;
    private final PolicyHolder holder;

    PolicyEvaluation(Estate estate, PolicyHolder holder) {
        this.estate = estate;
        this.holder = holder;
    }

    Decision decide(String action, String resource) {
        var matched = new ArrayList<Source>();
        var missing = new TreeSet<String>();
        boolean allowed = false;
        boolean denied = false;
        for (Source source : sources()) {
            for (Map<?, ?> statement : statements(source.document())) {
                if (!matches(statement, "Action", action.toLowerCase(Locale.ROOT))
                        || !matches(statement, "Resource", resource)) {
                    continue;
                }
                if (statement.get("Condition") instanceof Map<?, ?> condition) {
                    missing.addAll(keys(condition));
                    continue;
                }
                matched.add(source);
                denied |= "Deny".equals(statement.get("Effect"));
                allowed |= "Allow".equals(statement.get("Effect"));
            }
        }
        boolean within = boundaryAllows(action, resource);
        String decision = denied ? "explicitDeny" : allowed && within ? "allowed" : "implicitDeny";
        return new Decision(decision, List.copyOf(matched), List.copyOf(missing), holder.boundary() != null, within);
    }

    /** The namespaces of the services that the policies speak of. */
    Set<String> services() {
        var services = new TreeSet<String>();
        for (Source source : sources()) {
            for (Map<?, ?> statement : statements(source.document())) {
                texts(statement.get("Action")).forEach(action -> {
                    if (action.contains(":")) {
                        services.add(action.substring(0, action.indexOf(':')).toLowerCase(Locale.ROOT));
                    }
                });
            }
        }
        return services;
    }

    private boolean boundaryAllows(String action, String resource) {
        String arn = holder.boundary();
        return arn == null
                || estate.held().policies.find(arn).stream()
                        .flatMap(policy -> statements(policy.defaultVersion().document()).stream())
                        .anyMatch(statement -> "Allow".equals(statement.get("Effect"))
                                && matches(statement, "Action", action.toLowerCase(Locale.ROOT))
                                && matches(statement, "Resource", resource));
    }

    private List<Source> sources() {
        Stream<PolicyHolder> groups = holder instanceof IamUser user
                ? estate.groupsOf(user).stream().map(group -> (PolicyHolder) group)
                : Stream.empty();
        return Stream.concat(Stream.of(holder), groups)
                .flatMap(each -> Stream.concat(inline(each), attached(each)))
                .toList();
    }

    private static Stream<Source> inline(PolicyHolder each) {
        String kind = each instanceof IamUser ? "user" : each instanceof IamRole ? "role" : "group";
        return each.inlinePolicies().stream()
                .map(policy -> new Source(kind + "_" + each.name() + "_" + policy.name(), kind, policy.document()));
    }

    private Stream<Source> attached(PolicyHolder each) {
        return each.attachedPolicies().stream()
                .flatMap(arn -> estate.held().policies.find(arn).stream())
                .map(policy -> new Source(
                        policy.name(),
                        policy.isAwsManaged() ? "aws-managed" : "user-managed",
                        policy.defaultVersion().document()));
    }

    private static List<Map<?, ?>> statements(String document) {
        Object statement = JsonReader.read(document) instanceof Map<?, ?> policy ? policy.get("Statement") : null;
        var statements = new ArrayList<Map<?, ?>>();
        if (statement instanceof Map<?, ?> one) {
            statements.add(one);
        } else if (statement instanceof List<?> several) {
            several.forEach(each -> {
                if (each instanceof Map<?, ?> one) {
                    statements.add(one);
                }
            });
        }
        return statements;
    }

    /** Whether a statement's {@code Action} or {@code NotAction}, or the same of resources, covers a value. */
    private static boolean matches(Map<?, ?> statement, String member, String value) {
        boolean actions = member.equals("Action");
        if (statement.containsKey(member)) {
            return texts(statement.get(member)).stream().anyMatch(pattern -> covers(pattern, value, actions));
        }
        return statement.containsKey("Not" + member)
                && texts(statement.get("Not" + member)).stream().noneMatch(pattern -> covers(pattern, value, actions));
    }

    private static boolean covers(String pattern, String value, boolean anyCase) {
        String folded = anyCase ? pattern.toLowerCase(Locale.ROOT) : pattern;
        String regex = Pattern.quote(folded).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return value.matches(regex);
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    private static Set<String> keys(Map<?, ?> condition) {
        var keys = new TreeSet<String>();
        condition.values().forEach(body -> {
            if (body instanceof Map<?, ?> operands) {
                operands.keySet().forEach(key -> keys.add(String.valueOf(key)));
            }
        });
        return keys;
    }

    /** A policy as the answer names it. */
    record Source(String id, String type, String document) {}

    /** What was decided, and by what. */
    record Decision(
            String decision,
            List<Source> matched,
            List<String> missingKeys,
            boolean hasBoundary,
            boolean allowedByBoundary) {
        Decision {
            matched = List.copyOf(matched);
            missingKeys = List.copyOf(missingKeys);
        }
    }
}
