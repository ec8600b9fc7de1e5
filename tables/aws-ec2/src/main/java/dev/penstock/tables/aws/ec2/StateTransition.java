package dev.penstock.tables.aws.ec2;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Instance;

/** When an instance came into the state that it is in. */
final class StateTransition {
    private static final Set<String> ENDING = Set.of("shutting-down", "stopped", "stopping", "terminated");
    private static final Pattern TIME = Pattern.compile("\\((\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}) GMT\\)");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private StateTransition() {}

    /** For an instance that ends or ended, what its reason tells in brackets; else the time of its launch. */
    static @Nullable Instant time(Instance instance) {
        String reason = instance.stateTransitionReason();
        if (reason == null
                || instance.state() == null
                || !ENDING.contains(instance.state().nameAsString())) {
            return instance.launchTime();
        }
        Matcher told = TIME.matcher(reason);
        try {
            return told.find()
                    ? LocalDateTime.parse(told.group(1), FORM).toInstant(ZoneOffset.UTC)
                    : instance.launchTime();
        } catch (DateTimeParseException e) {
            // Digits that are no time tell as much as none.
            return instance.launchTime();
        }
    }
}
