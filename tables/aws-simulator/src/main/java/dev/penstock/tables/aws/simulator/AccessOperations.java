package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The operations of IAM on what principals may do, and on what they did. */
final class AccessOperations {
    private static final long JOB_SEED = 0x6a6f_6200_0000_4000L;

    private AccessOperations() {}

    static void simulatePrincipalPolicy(ApiCall call, XmlText result) {
        PolicyHolder holder = named(call, call.parameters().required("PolicySourceArn"));
        List<String> resources = call.parameters().list("ResourceArns");
        var evaluation = new PolicyEvaluation(call.estate(), holder);
        var results = new ArrayList<Simulated>();
        for (String action : call.parameters().list("ActionNames")) {
            for (String resource : resources.isEmpty() ? List.of("*") : resources) {
                results.add(new Simulated(action, resource, evaluation.decide(action, resource)));
            }
        }
        if (results.isEmpty()) {
            throw IamException.validation("1 validation error detected: Value at 'actionNames' failed to satisfy"
                    + " constraint: Member must not be null");
        }
        Members.page(result, "EvaluationResults", call.paging().cutWhole(results), AccessOperations::evaluation);
    }

    private static void evaluation(Simulated simulated, XmlText xml) {
        PolicyEvaluation.Decision decision = simulated.decision();
        xml.element("EvalActionName", simulated.action())
                .element("EvalResourceName", simulated.resource())
                .element("EvalDecision", decision.decision());
        Members.list(
                xml,
                "MatchedStatements",
                decision.matched(),
                (source, member) ->
                        member.element("SourcePolicyId", source.id()).element("SourcePolicyType", source.type()));
        Members.texts(xml, "MissingContextValues", decision.missingKeys());
        if (decision.hasBoundary()) {
            xml.element(
                    "PermissionsBoundaryDecisionDetail",
                    new XmlText().element("AllowedByPermissionsBoundary", decision.allowedByBoundary()));
        }
    }

    static void generateServiceLastAccessedDetails(ApiCall call, XmlText result) {
        String arn = call.parameters().required("Arn");
        named(call, arn);
        long number = call.held().jobs.size() + 1L;
        String id = new UUID(JOB_SEED, number).toString();
        call.held().jobs.put(id, new Job(arn, call.estate().now()));
        result.element("JobId", id);
    }

    static void getServiceLastAccessedDetails(ApiCall call, XmlText result) {
        String id = call.parameters().required("JobId");
        Job job = call.held().jobs.get(id);
        if (job == null) {
            throw IamException.noSuchEntity("The job with id " + id + " cannot be found.");
        }
        boolean done = job.asked();
        result.element("JobStatus", done ? "COMPLETED" : "IN_PROGRESS").element("JobCreationDate", job.created);
        if (!done) {
            return;
        }
        PolicyHolder holder = named(call, job.arn);
        List<String> services = List.copyOf(new PolicyEvaluation(call.estate(), holder).services());
        result.element("JobCompletionDate", call.estate().now());
        Members.page(
                result,
                "ServicesLastAccessed",
                call.paging().cutWhole(services),
                (service, member) -> service(holder, job.arn, service, member));
    }

    private static void service(PolicyHolder holder, String arn, String service, XmlText xml) {
        xml.element("ServiceName", "AWS " + service.toUpperCase(Locale.ROOT)).element("ServiceNamespace", service);
        Optional<KeyUse> use =
                uses(holder).filter(each -> each.service().equals(service)).findFirst();
        use.ifPresent(each -> xml.element("LastAuthenticated", each.date())
                .element("LastAuthenticatedEntity", arn)
                .element("LastAuthenticatedRegion", each.region()));
        xml.element("TotalAuthenticatedEntities", use.isPresent() ? "1" : "0");
    }

    private static Stream<KeyUse> uses(PolicyHolder holder) {
        return holder instanceof IamUser user
                ? user.keys().stream().flatMap(key -> Stream.ofNullable(key.lastUse()))
                : Stream.empty();
    }

    /** The user, group or role of an ARN. */
    private static PolicyHolder named(ApiCall call, String arn) {
        String account = call.accountId();
        return call.held()
                .holders(call.estate().allUsers())
                .filter(holder -> arn.equals(arnOf(holder, account)))
                .findFirst()
                .orElseThrow(() -> IamException.noSuchEntity("ARN " + arn + " cannot be found."));
    }

    private static String arnOf(PolicyHolder holder, String account) {
        if (holder instanceof IamUser user) {
            return user.arn(account);
        }
        if (holder instanceof IamRole role) {
            return role.arn(account);
        }
        return ((IamGroup) holder).arn(account);
    }

    private record Simulated(String action, String resource, PolicyEvaluation.Decision decision) {}

    /** A job: done when it is asked about for the second time. */
    static final class Job {
        private final String arn;
        private final Instant created;
        private int questions;

        private Job(String arn, Instant created) {
            this.arn = arn;
            this.created = created;
        }

        private synchronized boolean asked() {
            return ++questions > 1;
        }
    }
}
