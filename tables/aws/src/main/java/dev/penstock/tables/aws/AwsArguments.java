package dev.penstock.tables.aws;

import dev.penstock.spi.CallFailure;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Wildcard;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.error.NearestName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The arguments of a connection, checked: what is wrong is said before anything is opened. */
final class AwsArguments {
    private static final Set<String> SINGLE = Set.of(
            "profile",
            "access_key",
            "secret_key",
            "session_token",
            "role_arn",
            "role_session_name",
            "external_id",
            "default_region",
            "endpoint_url",
            "max_error_retry_attempts",
            "min_error_retry_delay",
            "s3_force_path_style");
    private static final Set<String> LISTS = Set.of("regions", "ignore_error_codes", "ignore_error_messages");

    private static final Pattern ROLE_ARN = Pattern.compile("arn:[a-z-]+:iam::\\d{12}:role/.+");

    private final ConnectionConfig config;
    private final List<Wildcard> ignoredCodes;
    private final List<Pattern> ignoredMessages;
    private final OptionalInt attempts;

    /**
     * The arguments of a connection.
     *
     * @throws EngineException with code INVALID_CONFIGURATION, naming the connection and its place
     */
    AwsArguments(ConnectionConfig config) {
        this.config = config;
        checkNames();
        checkKeys();
        checkRole();
        config.argument("endpoint_url").ifPresent(this::checkEndpoint);
        if (config.list("regions").filter(List::isEmpty).isPresent()) {
            throw wrong("has no region in regions; leave it out for the connection's own region", null);
        }
        this.attempts = number("max_error_retry_attempts");
        number("min_error_retry_delay");
        config.argument("s3_force_path_style")
                .filter(value -> !value.equals("true") && !value.equals("false"))
                .ifPresent(value -> {
                    throw wrong("needs true or false as s3_force_path_style", null);
                });
        this.ignoredCodes = config.list("ignore_error_codes").orElse(List.of()).stream()
                .map(Wildcard::of)
                .toList();
        this.ignoredMessages = config.list("ignore_error_messages").orElse(List.of()).stream()
                .map(this::expression)
                .toList();
    }

    private void checkNames() {
        for (String name : config.arguments().keySet()) {
            if (LISTS.contains(name)) {
                throw wrong("needs a list as " + name + ", such as [\"...\"]", null);
            }
            checkName(name, SINGLE);
        }
        for (String name : config.lists().keySet()) {
            if (SINGLE.contains(name)) {
                throw wrong("needs one value as " + name + ", not a list", null);
            }
            checkName(name, LISTS);
        }
    }

    private void checkName(String name, Set<String> known) {
        if (!known.contains(name)) {
            var all = new TreeSet<>(SINGLE);
            all.addAll(LISTS);
            throw wrong("has the unknown argument \"" + name + "\"" + NearestName.hint(name, all), null);
        }
    }

    private void checkKeys() {
        boolean key = config.argument("access_key").isPresent();
        if (key != config.argument("secret_key").isPresent()) {
            throw wrong("needs access_key and secret_key together", null);
        }
        if (config.argument("session_token").isPresent() && !key) {
            throw wrong("has a session_token without access_key and secret_key", null);
        }
    }

    private void checkRole() {
        String role = config.argument("role_arn").orElse(null);
        if (role != null && !ROLE_ARN.matcher(role).matches()) {
            throw wrong("needs a role_arn such as arn:aws:iam::123456789012:role/Audit", null);
        }
        for (String name : List.of("role_session_name", "external_id")) {
            if (role == null && config.argument(name).isPresent()) {
                throw wrong("has " + name + " without role_arn", null);
            }
        }
    }

    private void checkEndpoint(String url) {
        boolean web = url.startsWith("http://") || url.startsWith("https://");
        try {
            if (web && new URI(url).getHost() != null) {
                return;
            }
        } catch (URISyntaxException e) {
            throw wrong("needs an endpoint_url such as https://host:port", e);
        }
        throw wrong("needs an endpoint_url such as https://host:port", null);
    }

    private OptionalInt number(String name) {
        String text = config.argument(name).orElse(null);
        if (text == null) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            throw wrong("needs a number from 1 as " + name, e);
        }
        throw wrong("needs a number from 1 as " + name, null);
    }

    private Pattern expression(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw wrong("has no regular expression in ignore_error_messages: " + e.getDescription(), e);
        }
    }

    private EngineException wrong(String what, @Nullable Exception cause) {
        String place = config.origin().isEmpty() ? "" : config.origin() + ": ";
        return new EngineException(
                ErrorCode.INVALID_CONFIGURATION, place + "connection \"" + config.name() + "\" " + what, cause);
    }

    /** How often a request is sent at most. */
    OptionalInt attempts() {
        return attempts;
    }

    /** The patterns of regions, in lower case; none for the connection's own. */
    List<String> regions() {
        return config.list("regions").orElse(List.of()).stream()
                .map(region -> region.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether a failure counts as an answer with nothing in it. */
    boolean ignores(CallFailure failure) {
        return ignoredCodes.stream().anyMatch(code -> code.matches(failure.code()))
                || ignoredMessages.stream()
                        .anyMatch(message -> message.matcher(failure.message()).find());
    }
}
