package dev.penstock.tables.aws.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers requests in the AWS query protocol, faults and limits included. Used by one thread. */
final class QueryService implements HttpEndpoint.Handler {
    private static final long REQUEST_ID_SEED = 0x5e57_0000_0000_4000L;

    private final Accounts accounts;
    private final RoleSessions sessions;
    private final UnsignedService unsigned;
    private final SimulatorOptions options;
    private final RequestLog log;
    private final Map<String, TokenBucket> buckets = new HashMap<>();
    private final Map<String, Integer> received = new HashMap<>();
    private long requests;

    QueryService(List<Estate> estates, SimulatorOptions options, RequestLog log) {
        this.accounts = new Accounts(estates);
        this.sessions = new RoleSessions(estates);
        this.unsigned = new UnsignedService(sessions, log);
        this.options = options;
        this.log = log;
        long now = System.nanoTime();
        options.rateLimits().forEach((action, limit) -> buckets.put(action, new TokenBucket(limit, now)));
    }

    @Override
    public HttpReply answer(HttpRequest request) {
        log.started();
        HttpReply withoutSignature = unsigned.answer(request).orElse(null);
        if (withoutSignature != null) {
            return withoutSignature;
        }
        var exchange = new Exchange(new UUID(REQUEST_ID_SEED, ++requests).toString());
        try {
            exchange.read(request);
            exchange.carryOut();
        } catch (IamException e) {
            exchange.fail(e);
        } catch (RuntimeException e) {
            exchange.fail(new IamException(500, "InternalFailure", e.toString()));
        }
        return exchange.reply();
    }

    /** Makes every session that was given out so far count as expired. */
    void expireSessions() {
        sessions.expire();
    }

    @Override
    public void ended() {
        log.ended();
    }

    private static IamException unknownKey() {
        return new IamException(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    private Optional<FaultAnswer> fault(SimulatedCall call) {
        return options.faults().stream()
                .flatMap(fault -> fault.decide(call).stream())
                .findFirst();
    }

    private boolean hasToken(String bucket, long nowNanos) {
        TokenBucket tokens = buckets.get(bucket);
        return tokens == null || tokens.take(nowNanos);
    }

    /** One request on its way to its answer. */
    private final class Exchange {
        private final String requestId;
        private final Instant time = Instant.now();
        private Parameters parameters = Parameters.ofForm("");
        private Service service = Service.IAM;
        private String operationName = "";
        private String action = "unknown:";
        private int nth;
        private @Nullable Signature signature;
        private @Nullable JsonService json;
        private Map<String, Object> members = Map.of();
        private @Nullable Caller caller;
        private @Nullable String sessionToken;

        private int status = 200;
        private @Nullable String errorCode;
        private String body = "";
        private Duration delay = options.latency();

        Exchange(String requestId) {
            this.requestId = requestId;
        }

        void read(HttpRequest request) {
            signature = Signature.of(request);
            sessionToken = request.header("X-Amz-Security-Token");
            json = JsonService.of(signature).orElse(null);
            if (json != null) {
                operationName = json.operationName(request);
                members = JsonService.members(request);
                action = ActionName.of(json.prefix(), operationName);
                parameters = Parameters.ofMembers(members);
                nth = received.merge(action, 1, Integer::sum);
                return;
            }
            parameters = Parameters.ofForm(request.method().equals("GET") ? request.query() : request.body());
            String version = parameters.get("Version");
            service = Service.of(version);
            operationName = parameters.get("Action", "");
            action = ActionName.of(prefix(version), operationName);
            nth = received.merge(action, 1, Integer::sum);
        }

        /** What is not spoken here is logged under the service that it was meant for. */
        private String prefix(@Nullable String version) {
            return service.version().equals(version) || signature == null ? service.prefix() : signature.service();
        }

        void carryOut() {
            Caller known = authenticated();
            caller = known;
            var call = new SimulatedCall(
                    action, parameters.arguments(), known.estate().accountId(), nth);
            FaultAnswer fault = fault(call).orElse(null);
            if (fault == null) {
                limit();
                succeed(known);
            } else {
                apply(fault, known);
            }
        }

        private Caller authenticated() {
            if (signature == null) {
                throw new IamException(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
            }
            RoleSession session = sessions.of(signature.accessKeyId()).orElse(null);
            if (session == null) {
                return accounts.caller(signature.accessKeyId()).orElseThrow(QueryService::unknownKey);
            }
            if (!session.token().equals(sessionToken)) {
                throw unknownKey();
            }
            if (!time.isBefore(session.expires())) {
                throw new IamException(403, "ExpiredToken", "The security token included in the request is expired");
            }
            return session.caller();
        }

        private void limit() {
            long now = System.nanoTime();
            if (!hasToken(action, now) || !hasToken(SimulatorOptions.EVERY_ACTION, now)) {
                throw service == Service.EC2
                        ? new IamException(503, "RequestLimitExceeded", "Request limit exceeded.")
                        : new IamException(400, "Throttling", "Rate exceeded");
            }
        }

        private void apply(FaultAnswer fault, Caller known) {
            if (fault instanceof FaultAnswer.Denied) {
                throw AccessDenied.of(known, action, parameters);
            } else if (fault instanceof FaultAnswer.ServiceError error) {
                throw new IamException(error.status(), error.code(), error.message());
            } else if (fault instanceof FaultAnswer.Slow slow) {
                delay = delay.plus(slow.delay());
                succeed(known);
            } else if (fault instanceof FaultAnswer.CutShort) {
                succeed(known);
                body = body.substring(0, body.length() / 2);
            } else if (fault instanceof FaultAnswer.Garbled) {
                succeed(known);
                body = body.replaceFirst(json == null ? "</" : ":", "<");
            } else if (fault instanceof FaultAnswer.Dropped) {
                status = 0;
            }
        }

        private void succeed(Caller known) {
            if (json != null && signature != null) {
                var answer = new JsonText();
                JsonOperation operation = json.operation(operationName)
                        .orElseThrow(() -> new IamException(404, "UnknownOperationException", "unknown operation"));
                operation.answer(new JsonCall(known, signature.region(), operationName, members), answer);
                body = answer.toString();
                return;
            }
            Operation operation = operation();
            var result = new XmlText();
            String region = signature == null ? "" : signature.region();
            operation.answer(new ApiCall(known, region, parameters, options.pageSizeCap(), sessions), result);
            var xml = new XmlText().open(operationName + "Response", service.namespace());
            if (service == Service.EC2) {
                body = xml.element("requestId", requestId)
                        .content(result)
                        .close(operationName + "Response")
                        .document();
                return;
            }
            if (!result.isEmpty()) {
                xml.element(operationName + "Result", result);
            }
            xml.element("ResponseMetadata", new XmlText().element("RequestId", requestId));
            body = xml.close(operationName + "Response").document();
        }

        private Operation operation() {
            if (operationName.isEmpty()) {
                throw new IamException(400, "MissingAction", "The request must contain the parameter Action.");
            }
            String version = parameters.get("Version");
            return service.operation(operationName, version)
                    .orElseThrow(() -> new IamException(
                            400,
                            "InvalidAction",
                            "Could not find operation " + operationName + " for version "
                                    + (version == null ? "NO_VERSION_SPECIFIED" : version)));
        }

        void fail(IamException e) {
            status = e.status();
            errorCode = e.code();
            if (json != null) {
                body = new JsonText()
                        .member("__type", e.code())
                        .member("message", e.getMessage())
                        .toString();
                return;
            }
            if (service == Service.EC2) {
                body = ec2Error(e);
                return;
            }
            var error = new XmlText()
                    .element("Type", e.status() < 500 ? "Sender" : "Receiver")
                    .element("Code", e.code())
                    .element("Message", e.getMessage());
            body = new XmlText()
                    .open("ErrorResponse", service.namespace())
                    .element("Error", error)
                    .element("RequestId", requestId)
                    .close("ErrorResponse")
                    .document();
        }

        private String ec2Error(IamException e) {
            var error = new XmlText().element("Code", e.code()).element("Message", e.getMessage());
            return new XmlText()
                    .open("Response")
                    .element("Errors", new XmlText().element("Error", error))
                    .element("RequestID", requestId)
                    .close("Response")
                    .document();
        }

        HttpReply reply() {
            log.received(new LoggedRequest(
                    action,
                    parameters.arguments(),
                    signature == null ? null : signature.accessKeyId(),
                    caller == null ? null : caller.estate().accountId(),
                    time,
                    status,
                    errorCode));
            return new HttpReply(
                    status, json == null ? "text/xml" : "application/x-amz-json-1.1", body, requestId, delay.toNanos());
        }
    }
}
