package dev.penstock.tables.aws.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command line of {@link AwsSimulatorTool}, read. */
record ToolArguments(Estate estate, SimulatorOptions options) {
    static final String USAGE = "usage: aws-simulator [--estate demo|empty|users:N] [--port N] [--latency-ms N]"
            + " [--rate PER_SECOND] [--burst N]";

    private static final List<String> NAMES = List.of("--estate", "--port", "--latency-ms", "--rate", "--burst");
    private static final String USERS = "users:";

    /**
     * Reads arguments.
     *
     * @throws IllegalArgumentException with a message for the user, if one is unknown or malformed
     */
    static ToolArguments parse(String... arguments) {
        Map<String, String> values = values(arguments);
        return new ToolArguments(estate(values.getOrDefault("--estate", "demo")), options(values));
    }

    private static Map<String, String> values(String... arguments) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("unknown argument '" + name + "'");
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            if (values.put(name, arguments[i + 1]) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        return values;
    }

    private static Estate estate(String text) {
        if (text.equals("demo")) {
            return Estates.demo(Instant.now());
        }
        if (text.equals("empty")) {
            return Estates.empty();
        }
        if (text.startsWith(USERS)) {
            return Estates.users(wholeNumber("--estate users", text.substring(USERS.length())));
        }
        throw new IllegalArgumentException("--estate is demo, empty or users:N, not '" + text + "'");
    }

    private static SimulatorOptions options(Map<String, String> values) {
        SimulatorOptions options = SimulatorOptions.defaults()
                .withPort(wholeNumber("--port", values.getOrDefault("--port", "0")))
                .withLatency(Duration.ofMillis(wholeNumber("--latency-ms", values.getOrDefault("--latency-ms", "0"))));
        String rate = values.get("--rate");
        String burst = values.get("--burst");
        if (rate == null) {
            if (burst != null) {
                throw new IllegalArgumentException("--burst needs --rate");
            }
            return options;
        }
        double perSecond = number(rate);
        return options.withRateLimit(perSecond, burst(burst, perSecond));
    }

    /** Without a burst the bucket holds one second's worth. */
    private static int burst(@Nullable String text, double perSecond) {
        return text == null ? (int) Math.max(1, Math.ceil(perSecond)) : wholeNumber("--burst", text);
    }

    private static int wholeNumber(String name, String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a whole number, not '" + text + "'", e);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--rate needs a number, not '" + text + "'", e);
        }
    }
}
